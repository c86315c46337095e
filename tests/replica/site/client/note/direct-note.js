import { state } from '../core/store.js';
import { startNoteView } from './note-view.js';

/**
 * A note page that came rendered: its note is in the state, so it is not fetched again.
 * @param {string} noteId
 */
export function startDirectNote(noteId) {
  const root = document.getElementById('noteContainer');
  const entry = state.note?.noteDetailMap?.[noteId];
  if (!root || !entry?.note?.noteId) return;
  const token = new URLSearchParams(location.search).get('xsec_token') || entry.note.xsecToken;
  startNoteView(root, entry, token);
  for (const button of document.querySelectorAll(
    '.outer-link-container > .close-circle, .outer-link-container > .close-box',
  )) {
    button.addEventListener('click', () => location.assign('/explore'));
  }
}
