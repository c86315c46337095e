import { endpoint, type JustoneEndpoint } from './justone-call';
import * as lists from './lists';
import * as notes from './notes';

const COMMENTS = 'noteId* lastCursor sort=normal|latest|like_count';
const SORTS = 'general|popularity_descending|time_descending|comment_descending|collect_descending';

/** Endpoints below `/api/xiaohongshu/` with their parameters besides `token` (JustOneAPI OpenAPI, 2026-08-22). */
export const ENDPOINTS: Readonly<Record<string, JustoneEndpoint>> = {
  'get-note-detail/v1': endpoint('noteId*', notes.getNoteDetail),
  'get-note-detail/v6': endpoint('noteId*', notes.getVideoDetail),
  'get-note-comment/v2': endpoint(COMMENTS, notes.getNoteComments),
  'get-note-comment/v4': endpoint(COMMENTS, notes.getNoteComments),
  'get-note-sub-comment/v2': endpoint('noteId* commentId* lastCursor', notes.getSubComments),
  'get-user/v3': endpoint('userId*', lists.getUser),
  'get-user-note-list/v4': endpoint('userId* lastCursor', lists.getUserNotes),
  'search-note/v2': endpoint(
    `keyword* page:int sort=${SORTS} noteType=_0|_1|_2 noteTime=ONE_DAY|ONE_WEEK|HALF_YEAR`,
    lists.searchNotesV2,
  ),
  'search-note/v4': endpoint(
    `keyword* page:int sortType=${SORTS} noteType=ALL|VIDEO_NOTE|NORMAL_NOTE timeFilter=ALL|ONE_DAY|ONE_WEEK|HALF_YEAR`,
    lists.searchNotesV4,
  ),
  'search-user/v2': endpoint('keyword* page:int', lists.searchUsers),
  'get-topic-note-list/v1': endpoint('topicId* sort=hot|time cursor', lists.getTopicNotes),
  'share-url-transfer/v1': endpoint('shareUrl*', lists.transferShareUrl),
};
