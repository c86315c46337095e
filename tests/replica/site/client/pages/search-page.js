import { postToApi, SEARCH_HOST } from '../core/api.js';
import { elementOf, getElement, watchSentinel } from '../core/dom.js';
import { showLoginModal } from '../core/login-modal.js';
import { isLoggedIn, readState, state, writeState } from '../core/store.js';
import { escapeHtml } from '../templates/html.js';
import { bindCards } from './card-clicks.js';
import { createWaterfall } from './waterfall.js';

const NOTE_TYPES = /** @type {Record<string, number>} */ ({ all: 0, video: 1, image: 2 });
const SEARCH_PATH = SEARCH_HOST.includes('//so.')
  ? '/api/sns/web/v2/search/notes'
  : '/api/sns/web/v1/search/notes';

/** @returns {string} */
function newSearchId() {
  return `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 12)}`;
}

/** The filters chosen in the panel, as the API takes them. @param {HTMLElement} panel */
function chosenFilters(panel) {
  return [...panel.querySelectorAll('.filters')].flatMap((group) => {
    const tag = group.querySelector('.tags.active:not([button-hp-installed])')?.getAttribute('data-tag');
    return tag ? [{ tags: [tag], type: group.getAttribute('data-filter') ?? '' }] : [];
  });
}

/** @param {HTMLElement} filter @param {() => void} onChange */
function bindFilter(filter, onChange) {
  const panel = getElement(filter, '.filter-panel');
  const show = (/** @type {boolean} */ on) => (panel.style.display = on ? '' : 'none');
  filter.addEventListener('mouseenter', () => show(true));
  filter.addEventListener('mouseleave', () => show(false));
  panel.addEventListener('click', (event) => {
    const clicked = /** @type {Element} */ (event.target).closest('.tags, .operation');
    if (!clicked || clicked.hasAttribute('button-hp-installed')) return;
    if (clicked.matches('.operation') && clicked.textContent === '收起') return show(false);
    const groups = clicked.matches('.tags')
      ? [clicked.closest('.filters')]
      : [...panel.querySelectorAll('.filters')];
    for (const group of groups) {
      const tags = [...(group?.querySelectorAll('.tags:not([button-hp-installed])') ?? [])];
      tags.forEach((tag, index) =>
        tag.classList.toggle('active', clicked.matches('.tags') ? tag === clicked : index === 0),
      );
    }
    onChange();
  });
}

/** Search results: all from the API; a guest is asked to log in. */
export function startSearchPage() {
  const layout = getElement(document, '.search-layout');
  const container = getElement(layout, '.feeds-container');
  const filter = getElement(layout, '.filter');
  const waterfall = createWaterfall(container, { page: 'search' });
  const context = state.search?.searchContext ?? {};
  bindCards(container, waterfall, () => ({ page: 'search' }));
  const loading = getElement(layout, '.feeds-loading');

  async function loadPage() {
    if (!isLoggedIn()) {
      showLoginModal('登录后查看搜索结果');
      return false;
    }
    const answer = await postToApi(
      SEARCH_PATH,
      {
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
      },
      SEARCH_HOST,
    ).catch(() => undefined);
    const feeds = [...readState('search', 'feeds'), ...(answer?.items ?? [])];
    writeState('search', 'feeds', feeds);
    writeState('search', 'hasMore', answer?.hasMore === true);
    waterfall.setItems(feeds);
    context.page += 1;
    if (feeds.length === 0 && answer)
      container.replaceChildren(
        elementOf(`<div class="search-empty">没有找到“${escapeHtml(context.keyword)}”的相关内容</div>`),
      );
    return answer?.hasMore === true;
  }

  let stop = () => {};
  function restart() {
    stop();
    Object.assign(context, { page: 1, searchId: newSearchId() });
    writeState('search', 'feeds', []);
    container.querySelector('.search-empty')?.remove();
    waterfall.reset([]);
    stop = watchSentinel(loading, null, loadPage);
  }
  bindFilter(filter, restart);
  for (const tab of layout.querySelectorAll('#channel-container .channel')) {
    tab.addEventListener('click', () => {
      for (const other of layout.querySelectorAll('#channel-container .channel[id]'))
        other.classList.toggle('active', other === tab);
      context.noteType = NOTE_TYPES[tab.id] ?? 0;
      writeState('search', 'currentSearchType', tab.id);
      restart();
    });
  }
  restart();
}
