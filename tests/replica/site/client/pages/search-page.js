import { postToApi, SEARCH_HOST } from '../core/api.js';
import { elementOf, getElement, nodesOf, watchSentinel } from '../core/dom.js';
import { showLoginModal } from '../core/login-modal.js';
import { isLoggedIn, readState, state, writeState } from '../core/store.js';
import { escapeHtml, profileHref } from '../templates/html.js';
import { bindCards } from './card-clicks.js';
import { bindFilter, chosenFilters } from './search-filter.js';
import { createWaterfall } from './waterfall.js';

/** @type {Record<string, number>} */
const NOTE_TYPES = { all: 0, video: 1, image: 2 };

/** The host of its own has the second version of the call (seen live, 2026-07). */
const SEARCH_PATH = `/api/sns/web/${SEARCH_HOST.includes('//so.') ? 'v2' : 'v1'}/search/notes`;

/** @returns {string} */
function newSearchId() {
  return `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 12)}`;
}

/** @param {any} context `search.searchContext` @param {HTMLElement} filter */
function fetchResults(context, filter) {
  const body = {
    keyword: context.keyword,
    page: context.page,
    page_size: 20,
    search_id: context.searchId,
    sort: context.sort,
    note_type: context.noteType,
    ext_flags: [],
    filters: chosenFilters(filter),
    geo: '',
    image_formats: ['jpg', 'webp', 'avif'],
  };
  return postToApi(SEARCH_PATH, body, SEARCH_HOST).catch(() => undefined);
}

/** The people who wrote the notes found. @param {any[]} feeds */
function userListHtml(feeds) {
  const users = feeds.flatMap((item) => (item.noteCard?.user ? [item.noteCard.user] : []));
  const rows = [...new Map(users.map((user) => [user.userId, user])).values()].map((user) => {
    const href = profileHref(user.userId, user.xsecToken, 'pc_search', 'web_search_result_users');
    const name = escapeHtml(user.nickname ?? user.nickName ?? '');
    return `<a class="user-list-item" target="_blank" href="${href}"><img src="${escapeHtml(user.avatar)}"><span class="user-name-box">${name}</span></a>`;
  });
  return `<div class="user-list">${rows.join('')}</div>`;
}

/** Search results: all from the API; a guest is asked to log in. */
export function startSearchPage() {
  const layout = getElement(document, '.search-layout');
  const container = getElement(layout, '.feeds-container');
  const filter = getElement(layout, '.filter');
  const loading = getElement(layout, '.feeds-loading');
  const waterfall = createWaterfall(container, { page: 'search' });
  const context = state.search?.searchContext ?? {};
  let run = 0;
  let stop = () => {};
  bindCards(container, waterfall, () => ({ page: 'search' }));

  /** @param {any[]} feeds */
  function show(feeds) {
    layout.querySelector('.user-list, .search-empty')?.remove();
    const onlyUsers = readState('search', 'currentSearchType') === 'user';
    waterfall.setItems(onlyUsers ? [] : feeds);
    if (feeds.length === 0) {
      const keyword = escapeHtml(context.keyword);
      loading.before(elementOf(`<div class="search-empty">没有找到“${keyword}”的相关内容</div>`));
    } else if (onlyUsers) loading.before(...nodesOf(userListHtml(feeds)));
  }

  async function loadPage() {
    if (!isLoggedIn()) {
      showLoginModal('登录后查看搜索结果');
      return false;
    }
    const mine = run;
    const answer = await fetchResults(context, filter);
    if (mine !== run || !answer) return false;
    const feeds = [...readState('search', 'feeds'), ...(answer.items ?? [])];
    writeState('search', 'feeds', feeds);
    writeState('search', 'hasMore', answer.hasMore === true);
    context.page += 1;
    show(feeds);
    return answer.hasMore === true;
  }

  function restart() {
    stop();
    run += 1;
    Object.assign(context, { page: 1, searchId: newSearchId() });
    writeState('search', 'feeds', []);
    layout.querySelector('.user-list, .search-empty')?.remove();
    waterfall.reset([]);
    stop = watchSentinel(loading, null, loadPage);
  }

  bindFilter(filter, restart);
  const tabs = [...layout.querySelectorAll('#channel-container .channel')];
  for (const tab of tabs) {
    tab.addEventListener('click', () => {
      for (const other of tabs) other.classList.toggle('active', other === tab);
      context.noteType = NOTE_TYPES[tab.id] ?? 0;
      writeState('search', 'currentSearchType', tab.id);
      restart();
    });
  }
  restart();
}
