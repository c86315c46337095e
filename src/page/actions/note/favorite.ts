import { defineSwitch } from './define-switch';

/** Collects the note. */
export const favorite = defineSwitch({
  name: 'favorite',
  control: 'collectNote',
  within: ({ root }) => root,
  wanted: 'on',
  expects: ({ noteId }) => ({ path: '/note/collect', body: { note_id: noteId } }),
});
