import { postToApi } from '../core/api.js';
import { elementOf, getElement, setIcon } from '../core/dom.js';
import { showLoginModal } from '../core/login-modal.js';
import { isLoggedIn } from '../core/store.js';
import { showToast } from '../core/toast.js';
import { stepCount } from '../comments/bind-comment.js';
import { countLabel } from '../templates/format.js';
import { svgIcon } from '../templates/html.js';

/** The like button takes one click in half a second (site bundle xhs-pc-web 6.12.1, 2026-05). */
const DEBOUNCE_MS = 500;

/** Clicks are ignored while the heart moves. */
const ANIMATION_MS = 400;

const BAR_HTML = `<div class="engage-bar"><div class="reply-content" hidden><div class="reply"></div><div class="content"></div></div><div class="input-box"><div class="content-edit"><div class="not-active inner-when-not-active"><span class="inner">说点什么...</span></div><p id="content-textarea" class="content-input" contenteditable="true" data-tribute="true"></p></div></div><div class="interact-container"><div class="buttons engage-bar-style"><div class="left"><span class="like-wrapper like-active"><span class="like-lottie" style="width: 24px; height: 24px;"></span>${svgIcon('like', 24, 'like-icon')}<span class="count" selected-disabled-search=""></span></span><span class="collect-wrapper" id="note-page-collect-board-guide">${svgIcon('collect', 24, 'collect-icon')}<span class="count" selected-disabled-search=""></span></span><span class="chat-wrapper">${svgIcon('chat', 24, 'chat-icon')}<span class="count" selected-disabled-search=""></span></span></div><div class="share-wrapper">${svgIcon('share', 24, 'share-icon')}</div></div></div><div class="bottom"><div class="recent-emoji" hidden></div><div class="bottom-inner"><div class="left-icon-area"><div class="icon emoji">${svgIcon('emoji', 24)}</div><div class="icon mention">${svgIcon('mention', 24)}</div></div><div class="right-btn-area"><button class="btn submit gray" disabled>发送</button><button class="btn cancel">取消</button></div></div></div></div>`;

/**
 * @param {HTMLElement} bar
 * @param {any} interact
 */
function showStates(bar, interact) {
  const left = getElement(bar, '.interact-container .left');
  setIcon(left, '.like-icon', interact.liked ? 'liked' : 'like');
  setIcon(left, '.collect-icon', interact.collected ? 'collected' : 'collect');
  getElement(left, '.like-wrapper .count').textContent = countLabel(interact.likedCount, '赞');
  getElement(left, '.collect-wrapper .count').textContent = countLabel(interact.collectedCount, '收藏');
  getElement(left, '.chat-wrapper .count').textContent = countLabel(interact.commentCount, '评论');
}

/**
 * Shown at once, taken back when the server refuses.
 * @param {HTMLElement} bar
 * @param {any} interact `interactInfo` of the live state
 * @param {{ flag: 'liked' | 'collected', count: 'likedCount' | 'collectedCount', send: (on: boolean) => Promise<unknown> }} kind
 */
async function toggle(bar, interact, kind) {
  const on = !interact[kind.flag];
  const set = (/** @type {boolean} */ value) => {
    interact[kind.flag] = value;
    interact[kind.count] = stepCount(interact[kind.count], value ? 1 : -1);
    showStates(bar, interact);
  };
  set(on);
  try {
    await kind.send(on);
  } catch {
    // What went wrong is told by the failure listener.
    set(!on);
  }
}

/**
 * @param {HTMLElement} bar
 * @param {any} note
 */
function bindLike(bar, note) {
  let lastClickAt = -Infinity;
  const wrapper = getElement(bar, '.interact-container .left .like-wrapper');
  wrapper.addEventListener('click', () => {
    if (!isLoggedIn()) return showLoginModal('登录即可点赞该笔记');
    const now = performance.now();
    const tooSoon = now - lastClickAt < Math.max(DEBOUNCE_MS, ANIMATION_MS);
    lastClickAt = now;
    if (tooSoon) return;
    wrapper.classList.add('animating');
    setTimeout(() => wrapper.classList.remove('animating'), ANIMATION_MS);
    void toggle(bar, note.interactInfo, {
      flag: 'liked',
      count: 'likedCount',
      send: (on) => postToApi(`/api/sns/web/v1/note/${on ? 'like' : 'dislike'}`, { note_oid: note.noteId }),
    });
  });
}

/**
 * @param {HTMLElement} bar
 * @param {any} note
 */
function bindCollect(bar, note) {
  getElement(bar, '.interact-container .left .collect-wrapper').addEventListener('click', () => {
    if (!isLoggedIn()) return showLoginModal('登录即可收藏该笔记');
    void toggle(bar, note.interactInfo, {
      flag: 'collected',
      count: 'collectedCount',
      send: (on) =>
        on
          ? postToApi('/api/sns/web/v1/note/collect', { note_id: note.noteId })
          : postToApi('/api/sns/web/v1/note/uncollect', { note_ids: note.noteId }),
    });
  });
}

/**
 * The bar under a note: like, collect, comment count, share. It exists only in the client, never in the server's HTML.
 * @param {HTMLElement} container `.engage-bar-container`
 * @param {any} note of the live state, changed in place
 * @returns {HTMLElement} `.engage-bar`
 */
export function createEngageBar(container, note) {
  const bar = elementOf(BAR_HTML);
  container.replaceChildren(bar);
  showStates(bar, note.interactInfo);
  bindLike(bar, note);
  bindCollect(bar, note);
  getElement(bar, '.share-wrapper').addEventListener('click', () => {
    navigator.clipboard.writeText(location.href).then(
      () => showToast('链接已复制'),
      () => showToast('复制失败'),
    );
  });
  return bar;
}
