type EmojiTable = Readonly<Record<string, string | undefined>>;

/**
 * The site's emoji codes (the table of site bundle 6.12.1, 2026-05) and the Unicode character that comes nearest. The site
 * shows pictures of its own, whose addresses only a running page knows; the characters are an approximation made here, and
 * codes with none stay words.
 */
const BUNDLE_EMOJI: EmojiTable = {
  微笑R: '🙂',
  害羞R: '😊',
  失望R: '😞',
  汗颜R: '😅',
  哇R: '😮',
  喝奶茶R: '🧋',
  自拍R: '🤳',
  偷笑R: '🤭',
  飞吻R: '😘',
  石化R: '🗿',
  笑哭R: '😂',
  赞R: '👍',
  暗中观察R: '👀',
  买爆R: '🛍️',
  大笑R: '😄',
  色色R: '😍',
  生气R: '😠',
  哭惹R: '😭',
  萌萌哒R: '🥰',
  斜眼R: '😒',
  可怜R: '🥺',
  鄙视R: '🙄',
  皱眉R: '😟',
  抓狂R: '😫',
  捂脸R: '🤦',
  派对R: '🥳',
  吧唧R: '😗',
  惊恐R: '😱',
  抠鼻R: undefined,
  再见R: '👋',
  叹气R: '😮‍💨',
  睡觉R: '😴',
  得意R: '😏',
  吃瓜R: '🍉',
  扶墙R: undefined,
  黑薯问号R: '❓',
  黄金薯R: '🍠',
  吐舌头H: '😛',
  扯脸H: undefined,
  惊吓H: '😨',
  doge: '🐶',
};

/** Others that texts of the site show (2025 to 2026). */
const SEEN_EMOJI: EmojiTable = {
  合十R: '🙏',
  红书R: '📕',
  一R: '☝️',
  呃R: '😶',
  满月R: '🌝',
  大便R: '💩',
  两颗心R: '💕',
  中等肤色R: undefined,
};

const EMOJI: EmojiTable = { ...BUNDLE_EMOJI, ...SEEN_EMOJI };

/** The codes of the site's own table, in its order, as they stand in a text, with the nearest character where there is one. */
export const listEmoji = (): readonly { readonly code: string; readonly symbol?: string | undefined }[] =>
  Object.entries(BUNDLE_EMOJI).map(([name, symbol]) => ({ code: `[${name}]`, symbol }));

/** One stretch of a text of the site's. */
export type TextSegment =
  | { readonly kind: 'text'; readonly text: string }
  /** `symbol`: the nearest character, an approximation; absent where there is none. */
  | { readonly kind: 'emoji'; readonly code: string; readonly symbol?: string }
  | { readonly kind: 'topic'; readonly name: string }
  | { readonly kind: 'mention'; readonly name: string };

/** Topics are `#name[话题]#` (1,539 of 1,774 server pages, 2025-12). Only known codes are emoji: `[图片]` is a word. */
const MARK = /#([^#[\]\n]{1,100})\[话题\]#|\[([^[\]\s]{1,8})\]/g;

/** Splits at `@nickname` of the people who are known to be mentioned; any other `@` is just a character. */
function splitMentions(text: string, names: readonly string[]): TextSegment[] {
  let segments: TextSegment[] = text === '' ? [] : [{ kind: 'text', text }];
  for (const name of names) {
    segments = segments.flatMap((segment) => {
      if (segment.kind !== 'text') return [segment];
      return segment.text
        .split(`@${name}`)
        .flatMap((part, index): TextSegment[] => [
          ...(index === 0 ? [] : [{ kind: 'mention' as const, name }]),
          ...(part === '' ? [] : [{ kind: 'text' as const, text: part }]),
        ]);
    });
  }
  return segments;
}

/**
 * A text with the site's codes as segments to show: words, emoji, topics and mentions. `mentioned` are the nicknames the
 * site says are mentioned. `joinText` gives the text back.
 */
export function splitText(text: string, mentioned: readonly string[] = []): TextSegment[] {
  // Longer names first: "@小红薯1" must not cut "@小红薯12".
  const names = mentioned.filter((name) => name !== '').sort((a, b) => b.length - a.length);
  const segments: TextSegment[] = [];
  let from = 0;
  for (const match of text.matchAll(MARK)) {
    const [mark, topic, code] = match;
    if (code !== undefined && !Object.hasOwn(EMOJI, code)) continue;
    segments.push(...splitMentions(text.slice(from, match.index), names));
    from = match.index + mark.length;
    if (topic !== undefined) segments.push({ kind: 'topic', name: topic });
    else if (code !== undefined) {
      const symbol = EMOJI[code];
      segments.push({ kind: 'emoji', code, ...(symbol === undefined ? {} : { symbol }) });
    }
  }
  return [...segments, ...splitMentions(text.slice(from), names)];
}

/** The text that was split, with its codes. */
export function joinText(segments: readonly TextSegment[]): string {
  return segments
    .map((segment) => {
      if (segment.kind === 'text') return segment.text;
      if (segment.kind === 'emoji') return `[${segment.code}]`;
      return segment.kind === 'topic' ? `#${segment.name}[话题]#` : `@${segment.name}`;
    })
    .join('');
}
