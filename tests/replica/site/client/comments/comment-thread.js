import { fetchReplies } from '../core/api.js';
import { elementOf, getElement } from '../core/dom.js';
import { showToast } from '../core/toast.js';
import { bindComment } from './bind-comment.js';
import { commentHtml } from './comment-html.js';

/**
 * @typedef {object} ThreadContext
 * @property {string} authorId of the note
 * @property {string} xsecToken
 * @property {(target: any, rootId: string) => void} onReply
 * @property {(comment: any) => void} onRemoved
 * @property {boolean} [isPinned]
 */

/**
 * The site's client adds two fields of its own to each comment (hydrated state, 2025-07).
 * @param {any} comment
 * @returns {any}
 */
export function withClientFields(comment) {
  return { ...comment, expended: false, hasMore: comment.subCommentHasMore === true };
}

/** @param {any} root @returns {string} text of the button, '' when there is nothing more */
function showMoreText(root) {
  if (!root.hasMore) return '';
  if (root.expended) return '展开更多回复';
  const hidden = Number(root.subCommentCount) - root.subComments.length;
  return Number.isFinite(hidden) && hidden > 0 ? `展开 ${hidden} 条回复` : '展开更多回复';
}

/**
 * A top-level comment with its replies; 10 more replies with each click.
 * @param {any} root comment of the live state, changed in place
 * @param {ThreadContext} context
 * @returns {{ element: HTMLElement, addReply(reply: any): void }}
 */
export function createThread(root, context) {
  root.subComments ??= [];
  const { authorId, isPinned } = context;
  const element = elementOf(
    `<div class="parent-comment">${commentHtml(root, { rootId: root.id, authorId, isPinned })}</div>`,
  );
  bindComment(getElement(element, '.comment-item'), root, { ...context, rootId: root.id });
  const container = elementOf(
    '<div class="reply-container"><div class="list-container"></div><div class="show-more"></div></div>',
  );
  const list = getElement(container, '.list-container');
  const button = getElement(container, '.show-more');
  for (const reply of root.subComments) list.append(replyElement(reply));
  showButton();
  button.addEventListener('click', () => void loadMore());

  /** @param {any} reply */
  function replyElement(reply) {
    const item = elementOf(commentHtml(reply, { rootId: root.id, authorId }));
    bindComment(item, reply, { ...context, rootId: root.id });
    return item;
  }

  function showButton() {
    const text = showMoreText(root);
    button.textContent = text;
    button.hidden = text === '';
    if (text !== '' || root.subComments.length > 0) element.append(container);
  }

  let loading = false;
  async function loadMore() {
    if (loading) return;
    loading = true;
    button.textContent = '加载中';
    try {
      const answer = await fetchReplies(root, context.xsecToken);
      root.expended = true;
      root.subComments.push(...answer.comments);
      root.subCommentCursor = answer.cursor;
      root.hasMore = answer.hasMore;
      root.subCommentHasMore = answer.hasMore;
      for (const reply of answer.comments) list.append(replyElement(reply));
    } catch (error) {
      showToast(error instanceof Error && error.message ? error.message : '网络连接异常');
    } finally {
      loading = false;
      showButton();
    }
  }

  return {
    element,
    addReply(reply) {
      root.subComments.unshift(reply);
      list.prepend(replyElement(reply));
      showButton();
    },
  };
}
