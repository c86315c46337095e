import { defineSwitch } from './define-switch';

/** Takes the note out of the collection. */
export const unfavorite = defineSwitch({
  name: 'unfavorite',
  control: 'collectNote',
  within: ({ root }) => root,
  wanted: 'off',
  expects: ({ noteId }) => ({ path: '/note/uncollect', body: { note_ids: noteId } }),
});
