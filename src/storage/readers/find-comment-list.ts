import type { CommentList } from '../../model/comment';
import type { StoredDatabase } from '../database';

/** How far the page has read a note's comments, or `undefined` when it has read none. */
export function findCommentList(database: StoredDatabase, noteId: string): Promise<CommentList | undefined> {
  return database.get('commentLists', noteId);
}
