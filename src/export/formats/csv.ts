import type { Cell, ExportColumn } from '../columns.catalog';
import type { FormatOptions, LineFormat, LineWriter } from '../format';
import { guardCell } from '../spreadsheet-guard';
import { createByteLine } from './byte-line';

const LINE_END = '\r\n';
/** Excel reads UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Beyond RFC 4180 also `;` and tab: the separators of other regions, at which a spreadsheet might cut. */
const SEPARATORS = /[",;\t\r\n]/;

/** Comma-separated values, RFC 4180, UTF-8. `excel`: made for spreadsheets; `plain`: every value as it is. */
export const csvFormat: LineFormat = {
  kind: 'lines',
  id: 'csv',
  extension: 'csv',
  mimeType: 'text/csv;charset=utf-8',
  createWriter: createCsvWriter,
};

function createCsvWriter({ columns, headers, preset }: FormatOptions): LineWriter {
  const isExcel = preset === 'excel';
  const writers = columns.map((column) => createCellWriter(column, isExcel));
  const line = createByteLine();
  return {
    start: () => (isExcel ? BYTE_ORDER_MARK : '') + headers.map(quoteField).join(',') + LINE_END,
    row(cells) {
      let text = '';
      for (let index = 0; index < writers.length; index += 1) {
        if (index > 0) text += ',';
        text += writers[index]?.(cells[index]) ?? '';
      }
      line.begin();
      line.text(text + LINE_END);
      return line.view();
    },
    end: () => '',
  };
}

/** Remembers what it wrote last: many columns say the same in every row. */
function createCellWriter(column: ExportColumn, isExcel: boolean): (cell: Cell) => string {
  let last: Cell;
  let written = '';
  return (cell) => {
    if (cell === last) return written;
    last = cell;
    written =
      typeof cell === 'string' && column.kind === 'text' ? writeText(cell, isExcel) : String(cell ?? '');
    return written;
  };
}

function writeText(text: string, isExcel: boolean): string {
  return quoteField(isExcel ? guardCell(text) : text);
}

/** Blanks at the ends are quoted, too: some readers cut them off. */
export function quoteField(text: string): string {
  const isPlain = !SEPARATORS.test(text) && text.trim().length === text.length;
  return isPlain ? text : `"${text.replaceAll('"', '""')}"`;
}
