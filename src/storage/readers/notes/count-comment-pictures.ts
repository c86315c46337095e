import type { StoredDatabase } from '../../database';
import { readComments } from '../read-comments';

/** Pictures in all comments and replies stored of a note. Reads every one of them: about a second per 100,000. */
export async function countCommentPictures(database: StoredDatabase, noteId: string): Promise<number> {
  let count = 0;
  for await (const comments of readComments(database, noteId))
    for (const { pictures } of comments) count += pictures?.length ?? 0;
  return count;
}
