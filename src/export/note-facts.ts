import type { Note } from '../model/note';
import type { LocalTimeFormat } from '../lib/local-time';
import type { Cell, ColumnId, ExportColumn } from './columns.catalog';
import { EXPORT_COLUMNS } from './columns.catalog';
import { toNoteCell } from './rows';

type FactId = Extract<ColumnId, `note_${string}`> | 'note_text' | 'note_topics';

/** One thing that is known of a note, or not: `undefined`. */
export interface NoteFact {
  readonly id: FactId;
  readonly kind: ExportColumn['kind'];
  /** How wide its column should stand, in characters. */
  readonly width: number;
  readonly cell: Cell;
}

/** A note as one flat row: the columns that comments can carry of it, and its text and topics. */
export function toNoteFacts(note: Note, localTime: LocalTimeFormat): NoteFact[] {
  const ofNote = EXPORT_COLUMNS.filter((column) => column.group === 'note');
  const topics = note.topics?.map((topic) => `#${topic.name}`).join(' ');
  return [
    { id: 'note_id', kind: 'text', width: 26, cell: note.noteId === '' ? undefined : note.noteId },
    ...ofNote.map(({ id, kind, width }): NoteFact => ({
      id,
      kind,
      width,
      cell: toNoteCell(id, note, localTime),
    })),
    { id: 'note_text', kind: 'text', width: 60, cell: note.text },
    { id: 'note_topics', kind: 'text', width: 30, cell: topics },
  ];
}
