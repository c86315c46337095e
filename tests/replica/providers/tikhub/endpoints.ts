import {
  calculatePrice,
  getAllEndpointsInfo,
  getEndpointInfo,
  getTieredDiscountInfo,
  getUserDailyUsage,
  getUserInfo,
} from './account';
import { getNoteComments, getNoteSubComments } from './app-v2/comments';
import { getImageNoteDetail, getVideoNoteDetail } from './app-v2/notes';
import { searchNotes } from './app-v2/search';
import { endpoint, type TikhubEndpoint } from './tikhub-call';

/**
 * The living paths of 2026-06 that are about notes, comments, people and topics, by series and name, with their
 * parameters (TikHub OpenAPI V5.3.2, 2026-03; endpoint index, 2026-06-15).
 */
export const ENDPOINTS: Readonly<Record<string, TikhubEndpoint>> = {
  'app_v2/get_image_note_detail': endpoint('note_id share_text', getImageNoteDetail),
  'app_v2/get_video_note_detail': endpoint('note_id share_text', getVideoNoteDetail),
  'app_v2/get_note_comments': endpoint(
    'note_id share_text cursor index:int pageArea sort_strategy',
    getNoteComments,
  ),
  'app_v2/get_note_sub_comments': endpoint(
    'note_id share_text comment_id* cursor index:int',
    getNoteSubComments,
  ),
  'app_v2/search_notes': endpoint(
    'keyword* page:int sort_type note_type time_filter search_id search_session_id source ai_mode:int',
    searchNotes,
  ),
  'account/get_user_info': endpoint('', getUserInfo),
  'account/get_user_daily_usage': endpoint('', getUserDailyUsage),
  'account/get_endpoint_info': endpoint('endpoint*', getEndpointInfo),
  'account/get_all_endpoints_info': endpoint('', getAllEndpointsInfo),
  'account/calculate_price': endpoint('endpoint* request_per_day:int', calculatePrice),
  'account/get_tiered_discount_info': endpoint('', getTieredDiscountInfo),
};

/** Paths of the old web series that refuse for good (a client's test, 2026; gone from the index of 2026-06-15). */
export const DEPRECATED_PATHS: readonly string[] = [
  'web/get_note_comments',
  'web/get_note_comment_replies',
  'web/search_notes',
  'web/search_notes_v3',
  'web/search_users',
  'web/get_user_notes_v2',
];
