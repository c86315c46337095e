import type { PageAnswer, PageContext, PageRequest } from '../../page-contract';
import { svgIcon } from '../client/templates/html.js';
import { renderDocument } from '../document';
import { createBaseState } from '../state/create-base-state';
import { createSearchFilters, SEARCH_FILTERS } from '../state/create-search-state';

/** Tabs with the ids by which the site knows them (site bundle xhs-pc-web 6.12.1, 2026-05: image, video, user). */
const TABS: readonly (readonly [id: string, name: string])[] = [
  ['all', '全部'],
  ['image', '图文'],
  ['video', '视频'],
  ['user', '用户'],
];

function filterPanel(): string {
  const groups = SEARCH_FILTERS.map((group) => {
    const tags = group.tags
      .map(
        ([id, shown], index) =>
          `<div class="${index === 0 ? 'tags active' : 'tags'}" data-tag="${id}"><span>${shown}</span></div>`,
      )
      .join('');
    return `<div class="filters" data-filter="${group.id}"><span>${group.name}</span><div class="tag-container">${tags}</div></div>`;
  }).join('');
  return `<div class="filter-panel" style="display: none;"><div class="filter-container"><div class="filters-wrapper">${groups}</div><div class="operation-container"><div class="operation">重置</div><div class="operation">收起</div></div></div></div>`;
}

/** `/search_result?keyword=`: the keyword may be encoded twice, as in topic links. Results come from the search API. */
export function renderSearchPage(request: PageRequest, context: PageContext): PageAnswer {
  const given = request.query.get('keyword') ?? '';
  const keyword = /%[0-9A-F]{2}/i.test(given) ? decodeOrKeep(given) : given;
  const state = createBaseState(context.viewer, Date.now());
  const search = state.store('search');
  Object.assign(search, {
    searchValue: keyword,
    filters: createSearchFilters(),
    searchContext: {
      keyword,
      page: 1,
      pageSize: 20,
      searchId: '',
      sort: 'general',
      noteType: 0,
      extFlags: [],
      filters: [],
      geo: '',
      imageFormats: [],
    },
  });
  const tabs = TABS.map(
    ([id, name], index) =>
      `<div id="${id}" class="${index === 0 ? 'active channel' : 'channel'}">${name}</div>`,
  ).join('');
  const content = `<div class="search-layout"><div class="search-layout__top"><div class="channel-container"><div id="channel-container" class="scroll-container"><div class="content-container">${tabs}</div></div></div><div class="filter"><span>筛选</span>${svgIcon('arrow-right', 14)}${filterPanel()}</div></div><div class="search-layout__main"><div class="feeds-container"></div><div class="feeds-loading"></div></div></div>`;
  return renderDocument({ title: `${keyword} - 小红书搜索`, active: '', keyword, content, state }, context);
}

function decodeOrKeep(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A lone percent sign is no encoding: the keyword is what was typed.
    return text;
  }
}
