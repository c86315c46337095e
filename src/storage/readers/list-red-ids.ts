import { toAuthorKey } from '../../model/author';
import type { StoredDatabase } from '../database';

const BATCH = 2_000;

/** The public account numbers of everybody whose profile was seen, by author key. */
export async function listRedIds(database: StoredDatabase): Promise<Map<string, string>> {
  const redIds = new Map<string, string>();
  let after: string | undefined;
  for (;;) {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const authors = await database.getAll('authors', range, BATCH);
    for (const author of authors) if (author.redId) redIds.set(toAuthorKey(author.id), author.redId);
    const last = authors[BATCH - 1];
    if (!last) return redIds;
    after = toAuthorKey(last.id);
  }
}
