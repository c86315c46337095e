import type { WorldComment, WorldNote } from '../../replica/world/types';

/** All comments and replies that the world has under a note. */
export function flattenComments(note: WorldNote): WorldComment[] {
  return note.comments.flatMap((comment) => [comment, ...comment.replies]);
}
