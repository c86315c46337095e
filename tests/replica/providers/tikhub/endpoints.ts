import {
  calculatePrice,
  getAllEndpointsInfo,
  getEndpointInfo,
  getTieredDiscountInfo,
  getUserDailyUsage,
  getUserInfo as getAccountInfo,
} from './account';
import * as appV2Comments from './app-v2/comments';
import { getImageNoteDetail, getVideoNoteDetail } from './app-v2/notes';
import { searchNotes } from './app-v2/search';
import { createTopicNotes, getTopicInfo } from './app-v2/topics';
import { getUserFavedNotes, getUserInfo, getUserPostedNotes, searchUsers } from './app-v2/users';
import * as appComments from './app/comments';
import { searchNotes as searchAppNotes } from './app/search';
import { createNoteLink, getUserLink } from './share-links';
import { endpoint, type TikhubEndpoint } from './tikhub-call';
import * as web from './web/notes';
import * as webV3Comments from './web-v3/comments';
import * as webV3 from './web-v3/notes';

type Endpoints = Readonly<Record<string, TikhubEndpoint>>;

const APP_V2: Endpoints = {
  'app_v2/get_image_note_detail': endpoint('note_id share_text', getImageNoteDetail),
  'app_v2/get_video_note_detail': endpoint('note_id share_text', getVideoNoteDetail),
  'app_v2/get_note_comments': endpoint(
    'note_id share_text cursor index:int pageArea sort_strategy',
    appV2Comments.getNoteComments,
  ),
  'app_v2/get_note_sub_comments': endpoint(
    'note_id share_text comment_id* cursor index:int',
    appV2Comments.getNoteSubComments,
  ),
  'app_v2/get_user_info': endpoint('user_id share_text', getUserInfo),
  'app_v2/get_user_posted_notes': endpoint('user_id share_text cursor', getUserPostedNotes),
  'app_v2/get_user_faved_notes': endpoint('user_id share_text cursor', getUserFavedNotes),
  'app_v2/search_notes': endpoint(
    'keyword* page:int sort_type note_type time_filter search_id search_session_id source ai_mode:int',
    searchNotes,
  ),
  'app_v2/search_users': endpoint('keyword* page:int search_id source', searchUsers),
  'app_v2/get_topic_info': endpoint('page_id* source note_id', getTopicInfo),
  'app_v2/get_topic_feed': endpoint(
    'page_id* sort cursor_score last_note_id last_note_ct session_id first_load_time source',
    createTopicNotes('items', 'trend'),
  ),
};

const APP: Endpoints = {
  'app/get_note_info': endpoint('note_id share_text', getImageNoteDetail),
  'app/get_note_comments': endpoint('note_id* start sort_strategy:int', appComments.getNoteComments),
  'app/get_sub_comments': endpoint('note_id* comment_id* start', appComments.getSubComments),
  'app/get_user_info': endpoint('user_id*', getUserInfo),
  'app/get_user_notes': endpoint('user_id* cursor', getUserPostedNotes),
  'app/search_notes': endpoint(
    'keyword* page*:int search_id session_id sort_type filter_note_type filter_note_time',
    searchAppNotes,
  ),
  'app/get_topic_notes': endpoint(
    'page_id* first_load_time sort last_note_ct last_note_id cursor_score session_id',
    createTopicNotes('notes', 'hot'),
  ),
  // Deprecated since 2026-03, but still in the index of 2026-06-15.
  'app/get_notes_by_topic': endpoint(
    'page_id* first_load_time* sort session_id last_note_ct last_note_id cursor_score',
    createTopicNotes('notes', 'hot'),
  ),
  'app/extract_share_info': endpoint('share_link*', createNoteLink('share_link')),
  'app/get_user_id_and_xsec_token': endpoint('share_link*', getUserLink),
};

const WEB_V3: Endpoints = {
  'web_v3/fetch_note_detail': endpoint('note_id* xsec_token', webV3.fetchNoteDetail),
  'web_v3/fetch_note_comments': endpoint('note_id* cursor xsec_token', webV3Comments.fetchNoteComments),
  'web_v3/fetch_sub_comments': endpoint(
    'note_id* root_comment_id* num:int cursor xsec_token',
    webV3Comments.fetchSubComments,
  ),
  'web_v3/fetch_user_info': endpoint('user_id*', webV3.fetchUserInfo),
  'web_v3/fetch_user_notes': endpoint('user_id* cursor num:int<30', webV3.fetchUserNotes),
  'web_v3/fetch_search_notes': endpoint('keyword* page:int sort note_type:int', webV3.fetchSearchNotes),
  'web_v3/fetch_search_users': endpoint('keyword* page:int', webV3.fetchSearchUsers),
};

const OLD_WEB: Endpoints = {
  'web_v2/fetch_note_comments': endpoint('note_id* cursor', web.fetchNoteComments),
  'web_v2/fetch_sub_comments': endpoint('note_id* comment_id* cursor', web.fetchSubComments),
  'web_v2/fetch_feed_notes_v2': endpoint('note_id share_text', web.getNoteInfo),
  'web_v2/fetch_user_info_app': endpoint('user_id*', getUserInfo),
  'web_v2/fetch_home_notes_app': endpoint('user_id* cursor', getUserPostedNotes),
  'web/get_note_info_v4': endpoint('note_id share_text', web.getNoteInfo),
  'web/get_note_info_v7': endpoint('note_id share_text', web.getNoteInfo),
  'web/get_user_info': endpoint('user_id*', getUserInfo),
  'web/get_note_id_and_xsec_token': endpoint('share_text*', createNoteLink('share_text')),
};

const ACCOUNT: Endpoints = {
  'account/get_user_info': endpoint('', getAccountInfo),
  'account/get_user_daily_usage': endpoint('', getUserDailyUsage),
  'account/get_endpoint_info': endpoint('endpoint*', getEndpointInfo),
  'account/get_all_endpoints_info': endpoint('', getAllEndpointsInfo),
  'account/calculate_price': endpoint('endpoint* request_per_day:int', calculatePrice),
  'account/get_tiered_discount_info': endpoint('', getTieredDiscountInfo),
};

/**
 * The living paths of 2026-06 that are about notes, comments, people and topics, by series and name, with their
 * parameters (TikHub OpenAPI V5.3.2, 2026-03; endpoint index, 2026-06-15).
 */
export const ENDPOINTS: Endpoints = { ...APP_V2, ...APP, ...WEB_V3, ...OLD_WEB, ...ACCOUNT };

/** Paths of the old web series that refuse for good (a client's test, 2026; gone from the index of 2026-06-15). */
export const DEPRECATED_PATHS: readonly string[] = [
  'web/get_note_comments',
  'web/get_note_comment_replies',
  'web/search_notes',
  'web/search_notes_v3',
  'web/search_users',
  'web/get_user_notes_v2',
];
