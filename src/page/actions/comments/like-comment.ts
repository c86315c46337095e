import { defineSwitch } from '../note/define-switch';

/** Likes a comment or a reply. */
export const likeComment = defineSwitch({
  name: 'like-comment',
  control: 'likeComment',
  within: ({ comment }) => comment,
  wanted: 'on',
  expects: ({ noteId, commentId }) => ({
    path: '/comment/like',
    body: { note_id: noteId, comment_id: commentId },
  }),
});
