import type { Cell } from '../columns.catalog';
import { quoteField } from '../formats/csv';
import { guardCell } from '../spreadsheet-guard';

const LINE_END = '\r\n';
/** Excel reads UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A short list as CSV for spreadsheets, in one text: the same quoting and the same guard against formulas as the
 * `excel` preset of comments. Numbers and truths are written as they are, every text is guarded, and so are the headers:
 * of a list that came as a file they are anybody's words.
 */
export function toListCsv(headers: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [headers.map(writeCell), ...rows.map((row) => row.map(writeCell))];
  return BYTE_ORDER_MARK + lines.map((line) => line.join(',') + LINE_END).join('');
}

const writeCell = (cell: Cell) =>
  typeof cell === 'string' ? quoteField(guardCell(cell)) : String(cell ?? '');
