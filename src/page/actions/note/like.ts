import { defineSwitch } from './define-switch';

/** Likes the note. */
export const like = defineSwitch({
  name: 'like',
  control: 'likeNote',
  within: ({ root }) => root,
  wanted: 'on',
  expects: ({ noteId }) => ({ path: '/note/like', body: { note_oid: noteId } }),
});
