import type { Comment } from '../../model/comment';
import type { StoredDatabase } from '../database';
import { toCommentRange } from '../comment-range';

/**
 * The latest comments and replies of a note, newest first, those the site no longer shows left out. A comment's id
 * begins with its creation time in seconds as 8 hex digits (1,739 of 1,774 saved pages, 2025-12, for notes; the same
 * rule for comments), so the end of the key range holds them: a few records are read, not all. Among those read,
 * `createdAt` decides.
 */
export async function listNewestComments(
  database: StoredDatabase,
  noteId: string,
  limit: number,
): Promise<Comment[]> {
  const wanted = limit * 4;
  const comments: Comment[] = [];
  const store = database.transaction('comments').store;
  for await (const cursor of store.iterate(toCommentRange(noteId), 'prev')) {
    if (cursor.value.goneAt === undefined) comments.push(cursor.value);
    if (comments.length >= wanted) break;
  }
  return comments.sort((a, b) => (b.createdAt ?? 0) - (a.createdAt ?? 0)).slice(0, limit);
}
