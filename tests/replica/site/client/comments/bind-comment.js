import { postToApi } from '../core/api.js';
import { elementOf, getElement, setIcon } from '../core/dom.js';
import { showLoginModal } from '../core/login-modal.js';
import { isLoggedIn } from '../core/store.js';
import { showToast } from '../core/toast.js';
import { countLabel } from '../templates/format.js';

/**
 * A count text one up or down, where it is a plain number.
 * @param {string} text
 * @param {1 | -1} step
 * @returns {string}
 */
export function stepCount(text, step) {
  return /^\d+$/.test(text) ? String(Math.max(0, Number(text) + step)) : text;
}

/**
 * Like, reply and delete of one comment.
 * @param {HTMLElement} item
 * @param {any} comment of the live state, changed in place
 * @param {{ rootId: string, onReply: (target: any, rootId: string) => void, onRemoved: (comment: any) => void }} context
 */
export function bindComment(item, comment, context) {
  getElement(item, '.like .like-wrapper').addEventListener('click', () => void toggleLike(item, comment));
  getElement(item, '.reply.icon-container').addEventListener('click', () => {
    if (!isLoggedIn()) showLoginModal('登录后即可回复评论');
    else context.onReply(comment, context.rootId);
  });
  const menu = item.querySelector('.delete-dropdown');
  menu?.addEventListener('click', () =>
    openMenu(/** @type {HTMLElement} */ (menu), () => void removeComment(item, comment, context)),
  );
}

/** @param {HTMLElement} item @param {any} comment */
async function toggleLike(item, comment) {
  if (!isLoggedIn()) return showLoginModal('登录即可点赞该评论');
  const liked = !comment.liked;
  const show = (/** @type {boolean} */ on) => {
    comment.liked = on;
    comment.likeCount = stepCount(comment.likeCount, on ? 1 : -1);
    setIcon(item, '.like .like-icon', on ? 'liked' : 'like');
    getElement(item, '.like .count').textContent = countLabel(comment.likeCount, '赞');
  };
  show(liked);
  try {
    await postToApi(`/api/sns/web/v1/comment/${liked ? 'like' : 'dislike'}`, {
      note_id: comment.noteId,
      comment_id: comment.id,
    });
  } catch {
    // Shown at once and taken back when the server refuses, as the site does; who failed is told by the failure listener.
    show(!liked);
  }
}

/** @param {HTMLElement} anchor @param {() => void} remove */
function openMenu(anchor, remove) {
  const known = anchor.parentElement?.querySelector('.comment-menu-list');
  if (known) return known.remove();
  const list = elementOf('<div class="comment-menu-list"><div class="menu-item">删除</div></div>');
  getElement(list, '.menu-item').addEventListener('click', () => {
    list.remove();
    remove();
  });
  anchor.after(list);
}

/** @param {HTMLElement} item @param {any} comment @param {{ rootId: string, onRemoved: (comment: any) => void }} context */
async function removeComment(item, comment, context) {
  try {
    await postToApi('/api/sns/web/v1/comment/delete', { note_id: comment.noteId, comment_id: comment.id });
  } catch {
    return showToast('删除失败');
  }
  if (comment.id === context.rootId) item.closest('.parent-comment')?.remove();
  else item.remove();
  context.onRemoved(comment);
  showToast('删除成功');
}
