/** Places as the app's upstreams abroad write them: in English (real details, 2026-08). */
const NAMES: Readonly<Record<string, string>> = {
  浙江: 'Zhejiang',
  广东: 'Guangdong',
  上海: 'Shanghai',
  北京: 'Beijing',
  四川: 'Sichuan',
  江苏: 'Jiangsu',
  福建: 'Fujian',
  云南: 'Yunnan',
  山东: 'Shandong',
  湖北: 'Hubei',
  江西: 'Jiangxi',
  新疆: 'Xinjiang',
  中国香港: 'Hong Kong, China',
  中国台湾: 'Taiwan, China',
  美国: 'United States',
  日本: 'Japan',
};

export function toPlaceName(place: string): string {
  return NAMES[place] ?? place;
}
