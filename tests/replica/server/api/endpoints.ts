import type { Endpoint } from './api-call';
import {
  createCommentLike,
  deleteComment,
  listComments,
  listReplies,
  postComment,
} from './comment-endpoints';
import {
  collectNote,
  createNoteLike,
  createOwnList,
  listFeed,
  listPosted,
  searchNotes,
  showNote,
  uncollectNotes,
} from './note-endpoints';
import {
  countUnread,
  createFollow,
  listConnections,
  listEmoji,
  listLikes,
  listMentions,
  showEmojiVersion,
  showMe,
  showOther,
  showSelf,
} from './user-endpoints';

const WEB = '/api/sns/web';

/** Method and path, as the site's own client names them (site bundle xhs-pc-web 6.12.1, 2026-05). */
export const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  [`POST ${WEB}/v1/feed`]: showNote,
  [`POST ${WEB}/v1/homefeed`]: listFeed,
  [`POST ${WEB}/v1/homefeed/initial_load`]: listFeed,
  [`POST ${WEB}/v1/search/notes`]: searchNotes,
  [`POST ${WEB}/v2/search/notes`]: searchNotes,
  [`GET ${WEB}/v1/user_posted`]: listPosted,
  [`GET ${WEB}/v2/note/collect/page`]: createOwnList('collectedNotes', 'pc_collect'),
  [`GET ${WEB}/v1/note/like/page`]: createOwnList('likedNotes', 'pc_like'),
  [`GET ${WEB}/v2/comment/page`]: listComments,
  [`GET ${WEB}/v2/comment/sub/page`]: listReplies,
  [`POST ${WEB}/v1/comment/post`]: postComment,
  [`POST ${WEB}/v1/comment/delete`]: deleteComment,
  [`POST ${WEB}/v1/comment/like`]: createCommentLike(true),
  [`POST ${WEB}/v1/comment/dislike`]: createCommentLike(false),
  [`POST ${WEB}/v1/note/like`]: createNoteLike(true),
  [`POST ${WEB}/v1/note/dislike`]: createNoteLike(false),
  [`POST ${WEB}/v1/note/collect`]: collectNote,
  [`POST ${WEB}/v1/note/uncollect`]: uncollectNotes,
  [`GET ${WEB}/v2/user/me`]: showMe,
  [`GET ${WEB}/v1/user/selfinfo`]: showSelf,
  [`GET ${WEB}/v1/user/otherinfo`]: showOther,
  [`POST ${WEB}/v1/user/follow`]: createFollow(true),
  [`POST ${WEB}/v1/user/unfollow`]: createFollow(false),
  [`GET ${WEB}/v1/you/mentions`]: listMentions,
  [`GET ${WEB}/v1/you/likes`]: listLikes,
  [`GET ${WEB}/v1/you/connections`]: listConnections,
  [`GET ${WEB}/unread_count`]: countUnread,
  [`GET /api/im/redmoji/detail`]: listEmoji,
  [`GET /api/im/redmoji/version`]: showEmojiVersion,
};
