import { defineSwitch } from '../note/define-switch';

/** Takes the like of a comment or a reply back. */
export const unlikeComment = defineSwitch({
  name: 'unlike-comment',
  control: 'likeComment',
  within: ({ comment }) => comment,
  wanted: 'off',
  expects: ({ noteId, commentId }) => ({
    path: '/comment/dislike',
    body: { note_id: noteId, comment_id: commentId },
  }),
});
