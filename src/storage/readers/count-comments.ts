import type { StoredDatabase } from '../database';
import { toCommentRange } from '../comment-range';

/** Comments and replies stored of a note, those included that the site no longer shows. */
export function countComments(database: StoredDatabase, noteId: string): Promise<number> {
  return database.count('comments', toCommentRange(noteId));
}
