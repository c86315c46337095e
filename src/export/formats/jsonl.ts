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
  return {
    start: () => '',
    row: createJsonRow(columns, '\n'),
    end: () => '',
  };
}
