import type { AuthorId } from '../../../model/author';
import { toAuthorKey } from '../../../model/author';
import type { Note } from '../../../model/note';
import type { StoredDatabase } from '../../database';
import type { KeptNotes } from './find-listing';

const BATCH = 500;

/**
 * The notes of one person that are kept, the last seen first, wherever they were seen; at most `limit`. There is no
 * index by author: every note is looked at, in batches.
 */
export async function findNotesByAuthor(
  database: StoredDatabase,
  id: AuthorId,
  limit: number,
): Promise<KeptNotes> {
  const authorKey = toAuthorKey(id);
  const theirs: Note[] = [];
  let count = 0;
  let after: string | undefined;
  for (;;) {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const notes = await database.getAll('notes', range, BATCH);
    const found = notes.filter(({ author }) => author && toAuthorKey(author.id) === authorKey);
    count += found.length;
    theirs.push(...found);
    theirs.sort((a, b) => b.lastSeenAt - a.lastSeenAt).splice(limit);
    after = notes[BATCH - 1]?.noteId;
    if (after === undefined) return { count, newest: theirs };
  }
}
