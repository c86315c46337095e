import type { Note } from '../../../model/note';
import type { StoredDatabase } from '../../database';

/** Stored notes, the last seen first; at most `limit`, those seen before `before` (epoch ms) when that is given. */
export async function listNotes(
  database: StoredDatabase,
  options: { readonly limit: number; readonly before?: number },
): Promise<Note[]> {
  const range = options.before === undefined ? null : IDBKeyRange.upperBound(options.before, true);
  const notes: Note[] = [];
  const index = database.transaction('notes').store.index('lastSeenAt');
  for await (const cursor of index.iterate(range, 'prev')) {
    if (notes.length >= options.limit) break;
    notes.push(cursor.value);
  }
  return notes;
}
