import type { Cell } from '../columns.catalog';
import type { FormatOptions, LineFormat, LineWriter } from '../format';
import { createJsonRow } from './json-row';

/** One JSON object a line, UTF-8, ended by LF (jsonlines.org): every column by its stable id, `null` where not known. */
export const jsonlFormat: LineFormat = {
  kind: 'lines',
  id: 'jsonl',
  extension: 'jsonl',
  mimeType: 'application/x-ndjson',
  createWriter: createJsonlWriter,
};

function createJsonlWriter({ columns }: FormatOptions): LineWriter {
  const toJson = createJsonRow(columns);
  return {
    start: () => '',
    row: (cells: readonly Cell[]) => `${toJson(cells)}\n`,
    end: () => '',
  };
}
