import type { Note } from '../../model/note';
import type { StoredDatabase } from '../database';

/** The note as it was last merged, or `undefined` when it was never kept. */
export function findNote(database: StoredDatabase, noteId: string): Promise<Note | undefined> {
  return database.get('notes', noteId);
}
