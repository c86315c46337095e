import { fetchQuietly, getFromApi, onApiFailure } from './core/api.js';
import { installBait, installDecoys } from './core/decoys.js';
import { findReal } from './core/dom.js';
import { showLoginModal } from './core/login-modal.js';
import { hydrateState, isLoggedIn, state } from './core/store.js';
import { showToast } from './core/toast.js';
import { startDirectNote } from './note/direct-note.js';
import { startNoteHistory } from './note/open-note.js';
import { startBoardPage } from './pages/board-page.js';
import { startExplorePage } from './pages/explore-page.js';
import { startNotificationPage } from './pages/notification-page.js';
import { startProfilePage } from './pages/profile-page.js';
import { startSearchPage } from './pages/search-page.js';

const NOTE_PATH =
  /^\/(?:explore|discovery\/item(?:\/sgh)?|search_result(?:_ai)?|notification|activity\/51|user\/profile\/[0-9a-f]{24}|board\/[0-9a-f]{24})\/([0-9a-f]{24})$/;

/** Business codes the page says something about (site bundle xhs-pc-web 6.12.1, 2026-05). */
const LOGIN_CODES = [-100, -101];

function startPage() {
  const path = location.pathname;
  const noteId = NOTE_PATH.exec(path)?.[1];
  const ownerId = /^\/user\/profile\/([0-9a-f]{24})$/.exec(path)?.[1];
  const boardId = /^\/board\/([0-9a-f]{24})$/.exec(path)?.[1];
  if (noteId) startDirectNote(noteId);
  else if (ownerId) startProfilePage(ownerId);
  else if (boardId) startBoardPage(boardId);
  else if (path === '/' || path === '/explore') startExplorePage();
  else if (path === '/search_result') startSearchPage();
  else if (path === '/notification') startNotificationPage();
  else if (path === '/login') showLoginModal('登录后推荐更懂你的笔记');
}

/** The search box leads to the search page; the cross clears it. */
function startHeader() {
  const input = findReal(document, 'input.search-input');
  if (!(input instanceof HTMLInputElement)) return;
  const clear = findReal(document, '.input-button .close-icon');
  const search = () => {
    if (input.value.trim() === '') return;
    const keyword = encodeURIComponent(input.value.trim());
    location.assign(`/search_result?keyword=${keyword}&source=web_explore_feed`);
  };
  input.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) search();
  });
  input.addEventListener('input', () => {
    if (clear) clear.style.display = input.value === '' ? 'none' : '';
  });
  findReal(document, '.input-button .search-icon')?.addEventListener('click', search);
  clear?.addEventListener('click', () => {
    input.value = '';
    clear.style.display = 'none';
    input.focus();
  });
  document
    .querySelector('#login-btn')
    ?.addEventListener('click', () => showLoginModal('登录后推荐更懂你的笔记'));
}

/** Who is looking, and how much is unread: one call by each of the two transports. */
async function askWhoAndUnread() {
  if (!isLoggedIn()) return;
  await getFromApi('/api/sns/web/v2/user/me', {}).catch(() => undefined);
  const unread = await fetchQuietly('/api/sns/web/unread_count').catch(() => undefined);
  const count = unread?.unreadCount ?? 0;
  if (state.notification)
    state.notification.notificationCount = { ...state.notification.notificationCount, ...unread };
  if (count > 0) document.querySelector('.badge-container')?.setAttribute('data-count', String(count));
}

onApiFailure((error) => {
  if (LOGIN_CODES.includes(error.code)) showLoginModal('登录后推荐更懂你的笔记');
  else if (error.code !== 0 && error.message) showToast(error.message);
});
hydrateState();
startNoteHistory();
startHeader();
startPage();
installDecoys();
installBait();
void askWhoAndUnread();
