import type { Comment } from '../../model/comment';
import type { StoredDatabase } from '../database';

/** Comments by their ids, in the order asked for; `undefined` where one is not stored (any more). */
export function findComments(
  database: StoredDatabase,
  noteId: string,
  commentIds: readonly string[],
): Promise<(Comment | undefined)[]> {
  const { store } = database.transaction('comments');
  return Promise.all(commentIds.map((commentId) => store.get([noteId, commentId])));
}
