import { COMMENT_PARTS, CONTROLS, findControl } from '../../../site/controls';
import { control } from '../../../site/selectors';
import { notFound, POSSIBLE } from '../define-action';
import type { PageAction, Scene, Verdict } from '../define-action';
import { isShown } from '../find-note-root';
import type { Hands } from '../steps/hands';
import { waitForChange } from '../wait-for-change';

const MENU_MS = 3_000;
/** 「删除」; in English on the international site's pages. */
const DELETE = /^(?:删除|Delete)$/;

/** Deletes a comment or a reply of the one who acts; another's is refused, whatever its menu offers. */
export const deleteOwnComment: PageAction = {
  name: 'delete-own-comment',
  check: checkOwn,
  prepare: openMenu,
  checkReady: (scene) => {
    const verdict = checkOwn(scene);
    if (verdict.is !== 'possible') return verdict;
    return findDelete(scene) ? POSSIBLE : notFound('delete-item');
  },
  perform: (scene) => findDelete(scene)?.click(),
  expects: ({ noteId, commentId }) => ({
    path: '/comment/delete',
    body: { note_id: noteId, comment_id: commentId },
  }),
  isShownAtOnce: false,
  shows: ({ root, order }) => (root.querySelector(`#comment-${order.commentId}`) ? undefined : {}),
  undo: (scene) => {
    if (findDelete(scene) && scene.comment) findControl(scene.comment, 'menu')?.click();
  },
};

function checkOwn({ comment, order }: Scene): Verdict {
  if (!comment) return { is: 'refused', code: 'comment-not-found' };
  const author = comment.querySelector(COMMENT_PARTS.author)?.getAttribute('data-user-id');
  if (!author) return notFound('comment-author');
  if (author !== order.viewerId) return { is: 'refused', code: 'not-own-comment' };
  return findControl(comment, 'menu') ? POSSIBLE : notFound('comment-menu');
}

async function openMenu(scene: Scene, hands: Hands): Promise<Verdict> {
  const { comment, root } = scene;
  if (!comment) return { is: 'refused', code: 'comment-not-found' };
  if (!findDelete(scene)) findControl(comment, 'menu')?.click();
  const limit = { timeoutMs: MENU_MS, pace: hands.pace, signal: hands.signal };
  const isOpen = await waitForChange(root, () => findDelete(scene) !== undefined, limit);
  return isOpen ? POSSIBLE : notFound('delete-item');
}

function findDelete({ comment }: Scene): HTMLElement | undefined {
  const items = comment?.querySelectorAll<HTMLElement>(control(CONTROLS.menuItem)) ?? [];
  return [...items].find((item) => isShown(item) && DELETE.test(item.textContent?.trim() ?? ''));
}
