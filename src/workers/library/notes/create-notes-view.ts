import { selectNotes } from './select-notes';
import { toNoteEntry } from './to-note-entry';
import type { NoteEntry, StoredNote } from './to-note-entry';
import type { NoteRow, NotesQuery, NotesSummary, NotesView } from './types';

/** What the list reads from the database. */
export interface NotesSource {
  /** Every stored note, in batches. */
  readAll(): AsyncIterable<readonly StoredNote[]>;
  find(noteId: string): Promise<StoredNote | undefined>;
}

const ALL: NotesQuery = { text: '', sort: 'seen', direction: 'down', hidden: [] };

/** The list itself, in the thread that calls it. It holds a few hundred bytes and the text of each note. */
export function createNotesView(source: NotesSource): NotesView {
  let entries = new Map<string, NoteEntry>();
  let query = ALL;
  let shown: readonly NoteRow[] = [];
  let version = 0;

  const select = (): NotesSummary => {
    shown = selectNotes(entries.values(), query);
    version += 1;
    const hidden = new Set(query.hidden);
    const sources = new Set<string>();
    let total = 0;
    for (const { row } of entries.values()) {
      if (hidden.has(row.noteId)) continue;
      total += 1;
      for (const name of row.sources) sources.add(name);
    }
    const comments = shown.reduce((sum, row) => sum + row.stored, 0);
    return { version, total, rows: shown.length, comments, sources: [...sources].sort() };
  };
  return {
    async open(next) {
      // At once: what is asked for while the rows are being read holds when they are there.
      query = next;
      const read = new Map<string, NoteEntry>();
      for await (const batch of source.readAll())
        for (const stored of batch) read.set(stored.note.noteId, toNoteEntry(stored));
      entries = read;
      return select();
    },
    async refresh(noteId) {
      const stored = await source.find(noteId);
      if (stored) entries.set(noteId, toNoteEntry(stored));
      else entries.delete(noteId);
      return select();
    },
    setQuery: async (next) => {
      query = next;
      return select();
    },
    rows: async (start, count) => shown.slice(start, start + count),
    listIds: async () => shown.map((row) => row.noteId),
  };
}
