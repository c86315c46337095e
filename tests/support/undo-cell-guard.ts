/** What a spreadsheet would run: as the first character of a cell (OWASP "CSV Injection", 2025-08). */
const RUN_BY_SPREADSHEETS = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/** Whether a cell of the spreadsheet form of a file stands there as nobody should open it. */
export function isDangerousCell(cell: string): boolean {
  return RUN_BY_SPREADSHEETS.some((start) => cell.trimStart().startsWith(start) || cell.startsWith(start));
}

const ESCAPES: Readonly<Record<string, string>> = { _x0000_: '\0', _x005F_: '_' };

/**
 * The text for which a cell of the spreadsheet form stands, by the rule written in `src/export/README.md` and by none of
 * the product's code: one leading apostrophe goes, then, from left to right, `_x0000_` is a null character and `_x005F_`
 * an underscore.
 */
export function undoCellGuard(cell: string): string {
  let text = '';
  for (let at = cell[0] === "'" ? 1 : 0; at < cell.length;) {
    const escaped = ESCAPES[cell.slice(at, at + 7)];
    text += escaped ?? cell.charAt(at);
    at += escaped === undefined ? 1 : 7;
  }
  return text;
}
