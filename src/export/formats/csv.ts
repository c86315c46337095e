import type { Cell, ExportColumn } from '../columns.catalog';
import type { ExportFormat, FormatOptions, FormatWriter } from '../format';
import { guardCell } from '../spreadsheet-guard';

const LINE_END = '\r\n';
/** Excel reads UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = '\uFEFF';
/** Beyond RFC 4180 also `;` and tab: the separators of other regions, at which a spreadsheet might cut. */
const NEEDS_QUOTES = /[",;\t\r\n]|^\s|\s$|^\uFEFF/;

/** Comma-separated values, RFC 4180, UTF-8. `excel`: made for spreadsheets; `plain`: every value as it is. */
export const csvFormat: ExportFormat = {
  id: 'csv',
  extension: 'csv',
  mimeType: 'text/csv;charset=utf-8',
  createWriter: createCsvWriter,
};

function createCsvWriter({ columns, headers, preset }: FormatOptions): FormatWriter {
  const isExcel = preset === 'excel';
  return {
    start: () => (isExcel ? BYTE_ORDER_MARK : '') + headers.map(quote).join(',') + LINE_END,
    row(cells) {
      let line = '';
      for (let index = 0; index < columns.length; index += 1) {
        if (index > 0) line += ',';
        line += quote(toText(cells[index], columns[index], isExcel));
      }
      return line + LINE_END;
    },
    end: () => '',
  };
}

function toText(cell: Cell, column: ExportColumn | undefined, isExcel: boolean): string {
  if (cell === undefined) return '';
  if (typeof cell === 'string') return isExcel && column?.kind === 'text' ? guardCell(cell) : cell;
  return String(cell);
}

function quote(text: string): string {
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
