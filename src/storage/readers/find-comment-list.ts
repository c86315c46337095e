import type { CommentList, CommentThread } from '../../model/comment';
import { toPrefixRange } from '../comment-range';
import type { StoredDatabase } from '../database';

/** How far a note's comments and each of its threads were read, or `undefined` when none were. */
export async function findCommentList(
  database: StoredDatabase,
  noteId: string,
): Promise<CommentList | undefined> {
  const transaction = database.transaction(['commentLists', 'commentThreads']);
  const [list, threads] = await Promise.all([
    transaction.objectStore('commentLists').get(noteId),
    transaction.objectStore('commentThreads').getAll(toPrefixRange(noteId)),
  ]);
  return list && { ...list, threads: toThreadReadings(threads) };
}

/** By the id of the root, as a list names them. */
export const toThreadReadings = (threads: readonly CommentThread[]): CommentList['threads'] =>
  Object.fromEntries(threads.map((thread) => [thread.rootCommentId, thread]));
