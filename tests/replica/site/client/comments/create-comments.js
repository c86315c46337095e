import { fetchComments } from '../core/api.js';
import { elementOf, getElement, watchSentinel } from '../core/dom.js';
import { loadEmoji } from '../core/emoji.js';
import { showLoginModal } from '../core/login-modal.js';
import { isLoggedIn } from '../core/store.js';
import { createThread, withClientFields } from './comment-thread.js';

const LOADING_HTML =
  '<div class="loading"><div class="animate" style="width:20px;height:20px;"></div> 加载中 </div>';
const EMPTY_HTML = '<div class="no-comments"><div class="no-comments-text">这是一片荒地</div></div>';
const END_HTML = '<div class="end-container">- THE END -</div>';
const LOGIN_HTML = '<div class="comments-login"><span class="to-login">登录查看全部评论内容</span></div>';
const FAILED_HTML = '<div class="comments-retry"><span class="retry">加载失败，点击重试</span></div>';

/**
 * @typedef {object} CommentsOptions
 * @property {any} entry the note's entry of the live `noteDetailMap`
 * @property {string} xsecToken
 * @property {(target: any, rootId: string) => void} onReply
 */

/**
 * The comments under a note: the first page when they come into view, the next ones as the end does.
 * @param {HTMLElement} root `.comments-el`
 * @param {HTMLElement} scroller `.note-scroller`
 * @param {CommentsOptions} options
 */
export function createComments(root, scroller, options) {
  const { entry, xsecToken } = options;
  const { note, comments } = entry;
  const container = elementOf(
    '<div class="comments-container"><div class="total"></div><div class="list-container" name="list"></div></div>',
  );
  const total = getElement(container, '.total');
  const list = getElement(container, '.list-container');
  /** @type {Map<string, ReturnType<typeof createThread>>} */
  const threads = new Map();
  let foot = elementOf(LOADING_HTML);
  let stopWatching = () => {};
  root.replaceChildren(container);
  container.append(foot);
  watch();

  function watch() {
    stopWatching();
    stopWatching = watchSentinel(foot, scroller, loadNext);
  }

  /** @param {string} html */
  function setFoot(html) {
    const next = elementOf(html);
    foot.replaceWith(next);
    foot = next;
    next.querySelector('.to-login')?.addEventListener('click', () => showLoginModal('登录查看全部评论内容'));
    next.querySelector('.retry')?.addEventListener('click', () => {
      setFoot(LOADING_HTML);
      watch();
    });
  }

  function showTotal() {
    total.textContent = `共 ${note.interactInfo.commentCount} 条评论`;
    total.hidden = comments.list.length === 0;
  }

  function threadContext() {
    return { authorId: note.user.userId, xsecToken, onReply: options.onReply, onRemoved };
  }

  /** @param {any} comment */
  function onRemoved(comment) {
    comments.list = comments.list.filter((/** @type {any} */ known) => known.id !== comment.id);
    showTotal();
  }

  /** @param {any[]} page @param {string[]} pinnedIds */
  function append(page, pinnedIds) {
    for (const comment of page.map(withClientFields)) {
      comments.list.push(comment);
      const thread = createThread(comment, { ...threadContext(), isPinned: pinnedIds.includes(comment.id) });
      threads.set(comment.id, thread);
      list.append(thread.element);
    }
  }

  function showFoot() {
    showTotal();
    if (!comments.hasMore) setFoot(comments.list.length === 0 ? EMPTY_HTML : END_HTML);
    else if (!isLoggedIn()) setFoot(LOGIN_HTML);
    return comments.hasMore && isLoggedIn();
  }

  /** @returns {Promise<boolean>} whether to go on watching */
  async function loadNext() {
    if (comments.loading || !comments.hasMore) return false;
    comments.loading = true;
    try {
      await loadEmoji();
      const page = await fetchComments(note.noteId, comments.cursor, xsecToken);
      append(page.comments ?? [], page.pinnedIds ?? []);
      comments.cursor = page.cursor ?? '';
      comments.hasMore = page.hasMore === true;
      comments.firstRequestFinish = true;
      return showFoot();
    } catch {
      // Which window or page the failure leads to is settled by the failure listener; here it can be tried again.
      setFoot(isLoggedIn() ? FAILED_HTML : LOGIN_HTML);
      return false;
    } finally {
      comments.loading = false;
    }
  }

  return {
    /** Puts a sent comment on top, or a sent reply first in its thread. @param {any} comment @param {string | undefined} rootId */
    add(comment, rootId) {
      const thread = rootId === undefined ? undefined : threads.get(rootId);
      if (thread) return thread.addReply(comment);
      const own = withClientFields({ subComments: [], subCommentCount: '0', ...comment });
      comments.list.unshift(own);
      const created = createThread(own, threadContext());
      threads.set(own.id, created);
      list.prepend(created.element);
      showTotal();
      if (!comments.hasMore) setFoot(END_HTML);
    },
    /** @returns {any[]} people who commented, for mentions */
    people: () => comments.list.map((/** @type {any} */ comment) => comment.userInfo),
    destroy: () => stopWatching(),
  };
}
