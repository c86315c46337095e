import { getFromApi } from '../core/api.js';
import { elementOf, getElement, watchSentinel } from '../core/dom.js';
import { showLoginModal } from '../core/login-modal.js';
import { emojiMap, loadEmoji } from '../core/emoji.js';
import { isLoggedIn, state } from '../core/store.js';
import { displayDate } from '../templates/format.js';
import { escapeHtml } from '../templates/html.js';
import { richText } from '../templates/rich-text.js';

const TABS = /** @type {const} */ (['mentions', 'likes', 'connections']);

/**
 * One message. Its times are in seconds, and no comment id stands in it (DOM observers, mid-2026).
 * @param {any} message camelCase
 * @returns {string}
 */
function messageHtml(message) {
  const user = message.userInfo ?? message.user ?? {};
  const href = `/user/profile/${user.userid}`;
  const name = escapeHtml(user.nickname ?? '');
  const comment = message.commentInfo;
  const target = comment?.targetComment;
  const content = comment
    ? `<div class="interaction-content">${richText(comment.content, { emoji: emojiMap() })}</div>`
    : '';
  const gone = target?.illegalInfo?.desc || target?.content;
  const quote = gone ? `<div class="quote-info">${escapeHtml(gone)}</div>` : '';
  const picture = message.itemInfo?.image;
  const extra = picture
    ? `<div class="extra"><img class="extra-image" src="${escapeHtml(picture)}"></div>`
    : '';
  return `<div class="container"><a class="user-avatar" href="${href}" target="_blank"><img src="${escapeHtml(user.image ?? user.images ?? '')}"></a><div class="main"><div class="info"><div class="user-info"><a href="${href}" target="_blank">${name}</a></div><div class="interaction-hint"><span>${escapeHtml(message.title)}</span><span class="interaction-time">${displayDate(message.time * 1000, Date.now())}</span></div>${content}${quote}</div>${extra}</div></div>`;
}

/** @param {any} message */
function messageElement(message) {
  const element = elementOf(messageHtml(message));
  const noteId = message.itemInfo?.id;
  if (noteId) {
    element
      .querySelector('.extra')
      ?.addEventListener('click', () => location.assign(`/notification/${noteId}?xsec_source=pc_notice`));
  }
  return element;
}

/** Comments and mentions, likes, followers: three lists from the API. */
export function startNotificationPage() {
  if (!isLoggedIn()) return showLoginModal('登录后查看通知');
  const page = getElement(document, '.notification-page');
  const list = getElement(page, '.tabs-content-container');
  const loading = getElement(page, '.feeds-loading');
  let stop = () => {};

  /** @param {typeof TABS[number]} name */
  function showTab(name) {
    stop();
    list.replaceChildren();
    const store = { messageList: /** @type {any[]} */ ([]), hasMore: true, cursor: '' };
    if (state.notification?.notificationMap) state.notification.notificationMap[name] = store;
    stop = watchSentinel(loading, null, async () => {
      await loadEmoji();
      const answer = await getFromApi(`/api/sns/web/v1/you/${name}`, { num: 20, cursor: store.cursor }).catch(
        () => undefined,
      );
      const messages = answer?.messageList ?? [];
      store.messageList.push(...messages);
      store.cursor = String(answer?.cursor ?? '');
      store.hasMore = answer?.hasMore === true;
      list.append(...messages.map(messageElement));
      return store.hasMore;
    });
  }

  const tabs = [...page.querySelectorAll('.tab-item')];
  tabs.forEach((tab, index) => {
    tab.addEventListener('click', () => {
      for (const other of tabs) other.classList.toggle('active', other === tab);
      showTab(TABS[index] ?? 'mentions');
    });
  });
  showTab('mentions');
}
