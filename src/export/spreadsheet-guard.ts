/**
 * What keeps a text a text when a spreadsheet opens it, and how to take that away again. The whole rule, for people who
 * read such a file by a program, stands in this folder's README.
 *
 * A formula starts with `= + - @`, a tab, CR or LF (OWASP "CSV Injection", LF added 2025-08), their full-width and small
 * forms included, also behind blanks and characters that show nothing. The guard is an apostrophe, as OWASP says and as
 * Symfony does since CVE-2021-41270 made the tab before it a danger itself. `="…"` is not used: it is a formula, which
 * programs that read the file then find in the cell.
 */
const GUARD = "'";

const FORMULA_START = /^[\s\p{Cc}\p{Cf}\p{Zs}]*[=+\-@＝＋－＠﹦﹢﹣﹫−]|^[\t\r\n]/u;

/** As far as a spreadsheet shows it unchanged: whole numbers of at most 11 digits without leading zeros. */
const PLAIN_NUMBER = /^(?:0|[1-9]\d{0,10})$/;

/** Digits with the signs of numbers, dates, times, fractions, money and shares: `007 1e5 3/4 2025-05-01 12:30 5% ¥9`. */
const VALUE_LIKE =
  /^[\s(]*[$€£¥￥]?\s*[.,]?\d(?:[\d\s.,:/\\\-–年月日号时分秒e]|e\+)*(?:[)%％]|[$€£¥￥元]|[ap]m?)?\s*$/iu;

/** `May 5`, `3-Jan`, `MARCH1`: Excel makes dates of them (known from gene names, HGNC 2020). */
const DATE_WORD =
  /^(?=\D*\d)\s*(?:\d{1,4}[-/ .]?)?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[-/ .,]*\d{0,4}(?:[-/ .,]+\d{1,4})?\s*$/i;

const TRUTH_WORD = /^\s*(?:true|false|#n\/a|#[a-z0-9/]+[!?])\s*$/i;

/** No value that a spreadsheet would recognise is longer. */
const LONGEST_VALUE = 64;

/** The site's ids; most cells are one, so they are looked at first. */
const SITE_ID = /^[0-9a-f]{24}$/;

/** Whether a spreadsheet would take this text for something else, or change how it looks. */
export function needsGuard(text: string): boolean {
  // With a letter other than e, an id is neither a number nor as short as a date.
  if (SITE_ID.test(text)) return !/[abcdf]/.test(text);
  if (text === '' || beginsHarmlessly(text) || PLAIN_NUMBER.test(text)) return false;
  if (text.startsWith(GUARD) || FORMULA_START.test(text)) return true;
  if (text.length > LONGEST_VALUE) return /^[\d\s.,]+$/.test(text);
  return VALUE_LIKE.test(text) || DATE_WORD.test(text) || TRUTH_WORD.test(text);
}

/** Kana and Chinese characters begin nothing that a spreadsheet knows, and most texts begin with one. */
function beginsHarmlessly(text: string): boolean {
  const first = text.charCodeAt(0);
  return first >= 0x3041 && first <= 0x9fff;
}

/**
 * The text as it stands in a cell of the `excel` preset. `restoreCell` gives the text back, whatever it was, except that
 * halves of surrogate pairs have become U+FFFD when the file was written: UTF-8 has no room for them.
 */
export function guardCell(text: string): string {
  const written = text.includes('\0') || text.includes('_x') ? hideNulls(text) : text;
  return needsGuard(written) ? GUARD + written : written;
}

/** The text that a cell of the `excel` preset stands for. */
export function restoreCell(cell: string): string {
  const written = cell.startsWith(GUARD) ? cell.slice(GUARD.length) : cell;
  return written.replace(/_x(0000|005F)_/g, (_whole, code: string) => (code === '0000' ? '\0' : '_'));
}

/**
 * Spreadsheets end a cell, or the file, at a null character. It is written as Office itself writes such characters
 * (`_x0000_`, ECMA-376 part 1, 22.4.2.4), and an underscore that would read like it as `_x005F_`.
 */
function hideNulls(text: string): string {
  return text.replace(/_(?=x0000|x005F)/g, '_x005F_').replaceAll('\0', '_x0000_');
}
