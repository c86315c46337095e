import type { PageContext, Viewer } from '../../page-contract';
import type { WorldAuthor } from '../../world/types';
import type { StateObject, StateValue } from './serialize-state';

/** `user.userInfo` is the viewer; empty for guests (server-rendered pages, 2025-12). */
function createUserInfo(viewer: Viewer): StateObject {
  const author = viewer.author;
  if (!viewer.loggedIn || !author) return {};
  return {
    gender: author.gender,
    images: author.avatarUrl,
    imageb: author.avatarUrl,
    guest: false,
    red_id: author.redId,
    user_id: author.userId,
    nickname: author.nickname,
    desc: author.desc,
    userId: author.userId,
    redId: author.redId,
  };
}

function fourTimes(create: () => StateValue): StateValue[] {
  return [create(), create(), create(), create()];
}

/** The `user` store before a profile is on it (server-rendered pages, 2025-12). */
export function createUserState(viewer: Viewer): StateObject {
  return {
    loggedIn: viewer.loggedIn,
    activated: false,
    userInfo: createUserInfo(viewer),
    follow: [],
    userPageData: {},
    activeTab: { key: 0, index: 0, query: 'note', label: '笔记', lock: false, subTabs: null, feedType: 0 },
    notes: fourTimes(() => []),
    isFetchingNotes: fourTimes(() => false),
    tabScrollTop: fourTimes(() => 0),
    userFetchingStatus: undefined,
    userNoteFetchingStatus: fourTimes(() => ''),
    bannedInfo: { userId: '', serverBanned: false, code: 0, showAlert: false, reason: '', api: '' },
    firstFetchNote: true,
    noteQueries: fourTimes(() => ({ num: 30, cursor: '', userId: '', hasMore: true, page: 1 })),
    pageScrolled: 0,
    activeSubTab: undefined,
    isOwnBoard: true,
  };
}

/** `user.userPageData`: the owner of a profile page, without the id (saved profile page, 2024-11; rendered, 2026-05). */
export function createUserPageData(author: WorldAuthor, context: PageContext): StateObject {
  const { viewer } = context;
  return {
    basicInfo: {
      nickname: author.nickname,
      images: author.avatarUrl,
      imageb: author.avatarUrl,
      redId: author.redId,
      gender: author.gender,
      ipLocation: author.ipLocation ?? '',
      desc: author.desc,
    },
    interactions: [
      { type: 'follows', name: '关注', count: viewer.countText(author.follows) },
      { type: 'fans', name: '粉丝', count: viewer.countText(author.fans) },
      { type: 'interaction', name: '获赞与收藏', count: viewer.countText(author.likedAndCollected) },
    ],
    tags: author.ipLocation === undefined ? [] : [{ name: author.ipLocation, tagType: 'location' }],
    tabPublic: {
      collection: true,
      collectionNote: { display: true, lock: false, count: 0 },
      collectionBoard: { display: true, lock: false, count: 0 },
    },
    extraInfo: { fstatus: viewer.follows(author.userId) ? 'follows' : 'none', blockType: 'DEFAULT' },
    result: { success: true, code: 0, message: 'success' },
  };
}
