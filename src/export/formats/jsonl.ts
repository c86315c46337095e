import type { Cell } from '../columns.catalog';
import type { FormatOptions, LineFormat, LineWriter } from '../format';
import { createByteLine } from './byte-line';
import { createJsonRow } from './json-row';

const LINE_END = new TextEncoder().encode('\n');

/** One JSON object a line, UTF-8, ended by LF (jsonlines.org): every column by its stable id, `null` where not known. */
export const jsonlFormat: LineFormat = {
  kind: 'lines',
  id: 'jsonl',
  extension: 'jsonl',
  mimeType: 'application/x-ndjson',
  createWriter: createJsonlWriter,
};

function createJsonlWriter({ columns }: FormatOptions): LineWriter {
  const putRow = createJsonRow(columns);
  const line = createByteLine();
  return {
    start: () => '',
    row(cells: readonly Cell[]) {
      line.clear();
      putRow(cells, line);
      line.bytes(LINE_END);
      return line.view();
    },
    end: () => '',
  };
}
