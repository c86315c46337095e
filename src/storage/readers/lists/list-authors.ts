import type { Author } from '../../../model/author';
import type { StoredDatabase } from '../../database';

export interface AuthorListing {
  readonly limit: number;
  /** Those in whose name, public number, description, place or mark of verification it stands, in any case of letters. */
  readonly words?: string;
}

/** People whose profile is kept, the last seen first; at most `limit`. With `words` all of them are looked through. */
export async function listAuthors(database: StoredDatabase, options: AuthorListing): Promise<Author[]> {
  const words = options.words?.trim().toLowerCase() ?? '';
  const authors: Author[] = [];
  const index = database.transaction('authors').store.index('lastSeenAt');
  for await (const cursor of index.iterate(null, 'prev')) {
    if (authors.length >= options.limit) break;
    if (words === '' || isNamed(cursor.value, words)) authors.push(cursor.value);
  }
  return authors;
}

function isNamed({ id, nickname, redId, desc, place, verified }: Author, words: string): boolean {
  return [id.value, nickname, redId, desc, place, verified].some((text) =>
    text?.toLowerCase().includes(words),
  );
}
