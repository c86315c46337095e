/** What Excel can hold in one cell, in units of UTF-16 (Excel specifications and limits, Microsoft, 2025). */
export const LONGEST_CELL = 32_767;

const CUT_MARK = '…';

/**
 * What XML cannot hold, and CR, which readers of XML turn into LF: written as Office itself does (`_x000D_`, ECMA-376
 * part 1, 22.4.2.4). An underscore that would read like the beginning of such a code is written as a code, too.
 */
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000D\u000E-\u001F\uFFFE\uFFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;

/** The text as it stands between `<t>` and `</t>`. Half surrogate pairs become U+FFFD. */
export function toCellXml(text: string): string {
  return text
    .replace(
      UNWRITABLE,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** The same inside of an attribute. */
export function toAttributeXml(text: string): string {
  return toCellXml(text).replaceAll('"', '&quot;');
}

/** The text, as far as a cell can hold it; what is cut ends with `…`, never within a character. */
export function cutToCell(text: string): string {
  if (text.length <= LONGEST_CELL) return text;
  const end = LONGEST_CELL - CUT_MARK.length;
  const isWithin = /[\uD800-\uDBFF]/.test(text.charAt(end - 1));
  return text.slice(0, isWithin ? end - 1 : end) + CUT_MARK;
}
