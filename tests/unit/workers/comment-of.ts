import type { Comment } from '../../../src/model/comment';

/** A comment with what the test cares about; the rest is plain. */
export function commentOf(commentId: string, fields: Partial<Comment> = {}): Comment {
  return {
    commentId,
    noteId: 'note',
    observed: { source: 'page', via: 'ssr', at: 1_000 },
    firstSeenAt: 1_000,
    ...fields,
  };
}
