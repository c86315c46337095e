import { defineSwitch } from './define-switch';

/** Takes the like of the note back. */
export const unlike = defineSwitch({
  name: 'unlike',
  control: 'likeNote',
  within: ({ root }) => root,
  wanted: 'off',
  expects: ({ noteId }) => ({ path: '/note/dislike', body: { note_oid: noteId } }),
});
