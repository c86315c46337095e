import { expect, it } from 'vitest';
import { MASK, maskText } from '../../../src/export/anonymise/mask-text';

it.each([
  ['@小红薯 你好', '[@] 你好'],
  ['问 @Bo Example 呀', '问 [@] 呀'],
  ['＠谁谁谁，在吗', '[@]，在吗'],
  ['Bo Example 说得对', '[@] 说得对'],
  ['电话13800138000', '电话[number]'],
  ['+86 138-0013-8000 联系', '[number] 联系'],
  ['１３８００１３８０００', '[number]'],
  ['邮箱 a.b+c@x-y.com.cn 谢谢', '邮箱 [mail] 谢谢'],
  ['看 https://x.invalid/a?b=c 吧', '看 [link] 吧'],
  ['看xhslink.com/a/b', '看[link]'],
  ['淘宝 shop.taobao.com/item 有', '淘宝 [link] 有'],
  ['加微信：abc_12345 私聊', '加[contact] 私聊'],
  ['vx abc12345', '[contact]'],
  ['V信abc12345', '[contact]'],
  ['QQ号 1234567', '[contact]'],
  ['小红书号：red12345', '[contact]'],
  ['笔记 650000000000000000000abc 里', '笔记 [id] 里'],
])('masks %j', (text, masked) => {
  expect(maskText(text, ['Bo Example'])).toBe(masked);
});

it.each(['很好看，多少钱[哭惹R]', '2025年5月买的，第3次了', '1+1=2', '价格 199.9 元', '五分！'])(
  'leaves %j alone',
  (text) => {
    expect(maskText(text, ['Bo Example'])).toBe(text);
  },
);

it('takes a name of one character for a word, and the longer of two names first', () => {
  expect(maskText('好 小明明 小明', ['好', '小明', '小明明'])).toBe(`好 ${MASK.mention} ${MASK.mention}`);
});
