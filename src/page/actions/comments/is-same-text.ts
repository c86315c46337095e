/** The site's codes for pictures in a text; what looks like one and is none stays words in the page. */
const CODE = /(\[[^[\]\s]{1,8}\])/;

/**
 * Whether what the page shows of a comment can be this text. The page draws codes such as `[赞R]` as pictures that say
 * nothing (rendered pages, 2025-11), and breaks lines as it likes.
 */
export function isSameText(shown: string, text: string): boolean {
  const pattern = toPlain(text)
    .split(CODE)
    .map((part, index) => (index % 2 === 1 ? `(?:${escape(part)})?` : escape(part)))
    .join('');
  return new RegExp(`^${pattern}$`, 'u').test(toPlain(shown));
}

const toPlain = (text: string): string => text.replace(/\s+/g, '');

const escape = (text: string): string => text.replace(/[$()*+./?[\\\]^{|}]/g, '\\$&');
