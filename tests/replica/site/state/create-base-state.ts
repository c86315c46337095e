import type { Viewer } from '../../page-contract';
import { createSearchState } from './create-search-state';
import type { StateObject } from './serialize-state';
import { createUserState } from './user-state';

function createGlobalState(now: number): StateObject {
  return {
    appSettings: {
      notificationInterval: 30,
      prefetchTimeout: 3001,
      prefetchRedisExpires: 259200000,
      retryFeeds: true,
      grayModeConfig: {
        global: false,
        dateRange: [],
        greyRule: { layout: { enable: false, pages: [] }, pages: [] },
      },
      NIO: true,
      ICPInfoList: [],
      disableBanAlert: 'false',
    },
    supportWebp: true,
    serverTime: now,
    grayMode: false,
    referer: '',
    pwaAddDesktopPrompt: undefined,
    firstVisitUrl: undefined,
    easyAccessModalVisible: {
      addDesktopGuide: false,
      collectGuide: false,
      keyboardList: false,
      miniWindowGuide: false,
    },
    currentLayout: 'default',
    fullscreenLocking: false,
    feedbackPopupVisible: false,
    trackFps: false,
    supportAVIF: true,
    imgFormatCollect: { ssr: ['jpg', 'webp', 'avif'], csr: ['jpg'] },
    isUndertake: false,
    aiSearchMode: 'false',
    sideCollapse: false,
  };
}

function createLoginState(): StateObject {
  return {
    loginMethod: undefined,
    from: '',
    showLogin: false,
    agreed: false,
    showTooltip: false,
    loginData: { phone: '', authCode: '' },
    errors: { phone: '', authCode: '' },
    qrData: { backend: { qrId: '', code: '' }, image: '', status: 'un_scanned' },
    counter: undefined,
    inAntiSpamChecking: false,
    recentFrom: '',
    isObPagesVisible: false,
    obPageFillInProgress: null,
    verificationCodeStartTime: 0,
    genderSelectValue: undefined,
    isLogining: false,
    loginTips: '登录后推荐更懂你的笔记',
    closeLoginModal: false,
    traceId: '',
  };
}

function createFeedState(): StateObject {
  return {
    query: {
      cursorScore: '',
      num: 30,
      refreshType: 1,
      noteIndex: 0,
      unreadBeginNoteId: '',
      unreadEndNoteId: '',
      unreadNoteCount: 0,
      category: 'homefeed_recommend',
      searchKey: '',
      needNum: 20,
      imageFormats: [],
      needFilterImage: false,
    },
    isFetching: false,
    isError: false,
    feedsWrapper: undefined,
    undertakeNote: undefined,
    feeds: [],
    currentChannel: 'homefeed_recommend',
    unreadInfo: {
      cachedFeeds: [],
      unreadBeginNoteId: '',
      unreadEndNoteId: '',
      unreadNoteCount: 0,
      timestamp: 0,
    },
    validIds: { noteIds: [] },
    channels: undefined,
    prefetchId: undefined,
    mfRequestMetaData: { start: null, lasting: null },
    placeholderFeeds: [],
    isFirstSuccessFetched: false,
    imgNoteFilterStatus: 'unchecked',
    ssrRequestStatus: 5,
    ssrRenderExtra: '',
  };
}

function createNoteState(): StateObject {
  return {
    prevRouteData: {},
    prevRoute: 'Empty',
    commentTarget: {},
    isImgFullscreen: false,
    gotoPage: '',
    firstNoteId: '',
    autoOpenNote: false,
    topCommentId: '',
    noteDetailMap: {},
    serverRequestInfo: { state: 'success', errorCode: 0, errMsg: '' },
    volume: 0,
    recommendVideoMap: {},
    videoFeedType: 'note_source',
    rate: 1,
    currentNoteId: undefined,
    forceScrollToComment: false,
    mediaWidth: 450,
    noteHeight: 800,
  };
}

function createNotificationState(): StateObject {
  const emptyTab = { messageList: [], hasMore: true, cursor: '' };
  return {
    isFetching: false,
    activeTabKey: -1,
    notificationCount: { unreadCount: 0, mentions: 0, likes: 0, connections: 0 },
    notificationMap: { mentions: emptyTab, likes: emptyTab, connections: emptyTab },
  };
}

/** The members of the state, by store: each is a plain object the page's own stores take over. */
export interface BaseState {
  readonly stores: Readonly<Record<string, StateObject>>;
  store(name: string): StateObject;
}

/**
 * The whole state of a page with nothing on it yet. Store names and fields as server-rendered pages of 2025-12 have
 * them, `UserFileStore`, `liveList` and `liveAbExp` as a rendered page of 2026-05 does.
 */
export function createBaseState(viewer: Viewer, now: number): BaseState {
  const stores: Record<string, StateObject> = {
    global: createGlobalState(now),
    user: createUserState(viewer),
    board: {
      boardListData: {},
      isLoadingBoardList: false,
      boardDetails: {},
      boardFeedsMap: {},
      boardPageStatus: 'loading',
      userBoardList: [],
    },
    login: createLoginState(),
    feed: createFeedState(),
    layout: {
      layoutInfoReady: false,
      columns: 6,
      columnsWithSidebar: 6,
      gap: { vertical: 12, horizontal: 24 },
      columnWidth: 0,
      interactionWidth: 0,
      widthType: 'normal',
      bufferRow: 3,
    },
    aiAbExp: {},
    search: createSearchState(),
    conversation: { activeConversation: null, historyQuerys: [], isInitializing: false },
    traceSourceStore: { traceSourceInfo: undefined, traceSourceKeywordInfo: null },
    aiSugHistory: { historyList: [] },
    AiGuideWords: { guideWords: null },
    AiSugDataForChat: { guideWordsData: null },
    activity: { isOpen: false, currentUrl: '', entryList: [] },
    note: createNoteState(),
    nioStore: { collectionListDataSource: undefined, error: undefined },
    notification: createNotificationState(),
    UserFileStore: {},
    liveList: {},
    liveAbExp: {},
    redMoji: { mojiData: { version: '', redmojiTabs: [], redmojiMap: {} } },
  };
  return {
    stores,
    store(name) {
      const store = stores[name];
      if (!store) throw new Error(`The page's state has no store ${name}`);
      return store;
    },
  };
}
