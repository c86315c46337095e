import { toAuthorKey } from '../../../model/author';
import type { StoredDatabase } from '../../database';

const BATCH = 500;

/** How many notes of each person are kept, by `toAuthorKey`. There is no index by author: every note is looked at. */
export async function countNotesByAuthor(database: StoredDatabase): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  let after: string | undefined;
  do {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const notes = await database.getAll('notes', range, BATCH);
    for (const { author } of notes) {
      if (!author) continue;
      const key = toAuthorKey(author.id);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    after = notes[BATCH - 1]?.noteId;
  } while (after !== undefined);
  return counts;
}
