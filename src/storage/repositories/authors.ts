import { toAuthorKey } from '../../model/author';
import type { Author } from '../../model/author';
import { mergeAuthor } from '../../model/merge/merge-author';
import type { AuthorSighting } from '../../model/author';
import type { Observation } from '../../model/values/observation';
import type { WriteTransaction } from '../database';

/**
 * Profiles of people whose page was opened or who were saved, under `toAuthorKey`.
 * Written by: captures when `capture.authors` is on, enriching, saving to the library, forgetting, retention. Read by:
 * pages. Bounded by: what the user opens and saves, and `retentionDays.authors`.
 */
export interface Authors {
  merge(seen: AuthorSighting, observation: Observation): Promise<Author>;
  find(authorKey: string): Promise<Author | undefined>;
  remove(authorKey: string): Promise<void>;
  /** Keys of people last seen before `at`, oldest first. */
  listUnseenSince(at: number): Promise<string[]>;
}

export function createAuthors(transaction: WriteTransaction): Authors {
  const store = transaction.objectStore('authors');
  return {
    merge: async (seen, observation) => {
      const key = toAuthorKey(seen.id);
      const author = mergeAuthor(await store.get(key), seen, observation);
      await store.put(author, key);
      return author;
    },
    find: (authorKey) => store.get(authorKey),
    remove: (authorKey) => store.delete(authorKey),
    listUnseenSince: (at) => store.index('lastSeenAt').getAllKeys(IDBKeyRange.upperBound(at, true)),
  };
}
