import { findControl } from '../../../site/controls';
import { notFound } from '../define-action';
import type { PageAction } from '../define-action';
import { isAnswering } from './is-answering';
import { checkBox, checkFilled, fillBox, writing } from './write-text';

/** Answers a comment or a reply: its own button opens the box, which then says whom it answers. */
export const reply: PageAction = {
  ...writing,
  name: 'reply',
  check: (scene) => {
    if (!scene.comment) return { is: 'refused', code: 'comment-not-found' };
    return findControl(scene.comment, 'answer') ? checkBox(scene) : notFound('reply-button');
  },
  prepare: async (scene, hands) => {
    const opener = scene.comment && findControl(scene.comment, 'answer');
    return opener ? fillBox(scene, opener, hands) : notFound('reply-button');
  },
  checkReady: (scene) => (isAnswering(scene.root) ? checkFilled(scene) : notFound('reply-target')),
  isKept: (scene) => isAnswering(scene.root) && writing.isKept?.(scene) === true,
  expects: ({ noteId, commentId, content }) => ({
    path: '/comment/post',
    body: { note_id: noteId, content, target_comment_id: commentId },
  }),
};
