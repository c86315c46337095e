import type { StateObject } from './serialize-state';

interface FilterGroup {
  readonly id: string;
  readonly name: string;
  /** Tag id → what is shown. */
  readonly tags: readonly (readonly [id: string, shown: string])[];
}

/** Filters of the search page (hydrated state, 2025-11; panel texts as rendered). */
export const SEARCH_FILTERS: readonly FilterGroup[] = [
  {
    id: 'sort_type',
    name: '排序依据',
    tags: [
      ['general', '综合'],
      ['time_descending', '最新'],
      ['popularity_descending', '最多点赞'],
      ['comment_descending', '最多评论'],
      ['collect_descending', '最多收藏'],
    ],
  },
  {
    id: 'filter_note_type',
    name: '笔记类型',
    tags: [
      ['不限', '不限'],
      ['视频笔记', '视频'],
      ['普通笔记', '图文'],
    ],
  },
  {
    id: 'filter_note_time',
    name: '发布时间',
    tags: [
      ['不限', '不限'],
      ['一天内', '一天内'],
      ['一周内', '一周内'],
      ['半年内', '半年内'],
    ],
  },
  {
    id: 'filter_note_range',
    name: '搜索范围',
    tags: [
      ['不限', '不限'],
      ['已看过', '已看过'],
      ['未看过', '未看过'],
      ['已关注', '已关注'],
    ],
  },
  {
    id: 'filter_pos_distance',
    name: '位置距离',
    tags: [
      ['不限', '不限'],
      ['同城', '同城'],
      ['附近', '附近'],
    ],
  },
];

/** `search.filters` of the state (hydrated state, 2025-11). */
export function createSearchFilters(): StateObject[] {
  return SEARCH_FILTERS.map((group) => ({
    id: group.id,
    name: group.name,
    type: 'single',
    invisible: false,
    groupShowType: '',
    wordRequestId: '',
    filterTags: group.tags.map(([id, shown]) => ({
      id,
      name: shown,
      showType: '',
      needLocationInfo: id === '同城' || id === '附近',
    })),
  }));
}

/** The `search` store before anything was searched (server-rendered pages, 2025-12). */
export function createSearchState(): StateObject {
  return {
    state: 'auto',
    searchContext: {
      keyword: '',
      page: 1,
      pageSize: 20,
      searchId: '',
      sort: 'general',
      noteType: 0,
      extFlags: [],
      filters: [],
      geo: '',
    },
    feeds: [],
    searchValue: '',
    suggestions: [],
    userInputSugTrigger: '',
    keywordFrom: 2,
    tagSearch: [],
    activeTagSearch: null,
    searchFeedsWrapper: undefined,
    currentSearchType: 'all',
    sugType: null,
    queryTrendingInfo: undefined,
    queryTrendingFetched: false,
    oneboxInfo: {},
    hasMore: true,
    firstEnterSearchPage: true,
    userLists: [],
    fetchUserListsStatus: 'idle',
    isFetchingUserLists: false,
    hasMoreUser: true,
    searchCplId: undefined,
    wordRequestId: undefined,
    historyList: [],
    searchPageHasPrevRoute: false,
    searchHotSpots: [],
    filters: undefined,
    activeFilters: [],
    filterParams: undefined,
    sessionId: '',
    rootSearchId: '',
    searchUserContext: {
      keyword: '',
      searchId: '',
      page: 1,
      pageSize: 15,
      bizType: 'web_search_user',
      requestId: '',
    },
    aiSearchAcrosssWeb: false,
    aiSearchImageList: [],
    isSearchFromAiInput: false,
    currentUserMessageId: null,
    hasPreFetchedNotes: false,
    currentAnchorId: -1,
  };
}
