import type { Note } from '../../../model/note';
import type { StoredDatabase } from '../../database';

export interface NoteListing {
  readonly limit: number;
  /** Those seen before (epoch ms). */
  readonly before?: number;
  /** Those that were opened: of a note on a card of a list the text is never known. */
  readonly openedOnly?: boolean;
}

/** So many cards are passed over at most in the search for notes that were opened. */
const MOST_PASSED = 2_000;

/** Stored notes, the last seen first; at most `limit`. */
export async function listNotes(database: StoredDatabase, options: NoteListing): Promise<Note[]> {
  const range = options.before === undefined ? null : IDBKeyRange.upperBound(options.before, true);
  const notes: Note[] = [];
  let passed = 0;
  const index = database.transaction('notes').store.index('lastSeenAt');
  for await (const cursor of index.iterate(range, 'prev')) {
    if (notes.length >= options.limit || passed > MOST_PASSED) break;
    if (options.openedOnly && cursor.value.text === undefined) passed += 1;
    else notes.push(cursor.value);
  }
  return notes;
}
