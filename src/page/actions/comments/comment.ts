import { findControl } from '../../../site/controls';
import { notFound } from '../define-action';
import type { PageAction } from '../define-action';
import { isAnswering } from './is-answering';
import { checkBox, checkFilled, fillBox, writing } from './write-text';

/** Writes a comment under the note. */
export const comment: PageAction = {
  ...writing,
  name: 'comment',
  check: checkBox,
  prepare: async (scene, hands) => {
    const opener = findControl(scene.root, 'boxOpener');
    return opener ? fillBox(scene, opener, hands) : notFound('comment-box');
  },
  // A box that answers somebody is another's.
  checkReady: (scene) =>
    isAnswering(scene.root) ? { is: 'refused', code: 'box-in-use' } : checkFilled(scene),
  isKept: (scene) => !isAnswering(scene.root) && writing.isKept?.(scene) === true,
  expects: ({ noteId, content }) => ({
    path: '/comment/post',
    body: { note_id: noteId, content, target_comment_id: undefined },
  }),
};
