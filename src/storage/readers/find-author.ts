import { toAuthorKey } from '../../model/author';
import type { Author, AuthorId } from '../../model/author';
import type { StoredDatabase } from '../database';

/** A person's profile as last merged, or `undefined`. */
export function findAuthor(database: StoredDatabase, id: AuthorId): Promise<Author | undefined> {
  return database.get('authors', toAuthorKey(id));
}
