import type { FormatOptions, LineFormat, LineWriter } from '../format';
import { toNoteFacts } from '../note-facts';
import { createJsonRow } from './json-row';

/**
 * One JSON document: `notes` with what is known of each, `comments` as flat as in every other format, and the
 * completeness `report`.
 */
export const jsonFormat: LineFormat = {
  kind: 'lines',
  id: 'json',
  extension: 'json',
  mimeType: 'application/json',
  createWriter: createJsonWriter,
};

function createJsonWriter(options: FormatOptions): LineWriter {
  const notes = options.notes.map((note) =>
    Object.fromEntries(toNoteFacts(note, options.localTime).map(({ id, cell }) => [id, cell ?? null])),
  );
  return {
    start: () => `{"kind":"comments-export","version":1,"notes":${JSON.stringify(notes)},"comments":[\n`,
    row: createJsonRow(options.columns),
    between: ',\n',
    end: ({ report }) => `\n],"report":${JSON.stringify(report)}}\n`,
  };
}
