/** Emoji codes of the site's own map (site bundle xhs-pc-web 6.12.1, 2026-05). */
export const EMOJI_CODES = [
  '微笑R',
  '害羞R',
  '失望R',
  '汗颜R',
  '哇R',
  '喝奶茶R',
  '自拍R',
  '偷笑R',
  '飞吻R',
  '石化R',
  '笑哭R',
  '赞R',
  '暗中观察R',
  '买爆R',
  '大笑R',
  '色色R',
  '生气R',
  '哭惹R',
  '萌萌哒R',
  '斜眼R',
  '可怜R',
  '鄙视R',
  '皱眉R',
  '抓狂R',
  '捂脸R',
  '派对R',
  '吧唧R',
  '惊恐R',
  '抠鼻R',
  '再见R',
  '叹气R',
  '睡觉R',
  '得意R',
  '吃瓜R',
  '扶墙R',
  '黑薯问号R',
  '黄金薯R',
  '吐舌头H',
  '扯脸H',
  '惊吓H',
  'doge',
] as const;

/** Code in brackets to picture, as `redMoji.mojiData.redmojiMap` holds them (rendered page, 2026-05). */
export function createEmojiMap(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    EMOJI_CODES.map((code, index) => [
      `[${code}]`,
      `https://picasso-static.xiaohongshu.com/fe-platform/${(0x5eed0000 + index * 7919).toString(16).padStart(40, '0')}.png`,
    ]),
  );
}
