import { AUTHOR } from '../tikhub/app-values';
import { threadRow } from '../tikhub/app-threads';
import { inner, outer } from '../tikhub/envelope';

export const at = (name: string) => `/api/v1/xiaohongshu/app_v2/${name}`;
export const ok = (name: string, data: unknown, beside = {}, params = {}) =>
  outer(at(name), inner(data, beside), params);

export const IMAGE = at('get_image_note_detail');
export const VIDEO = at('get_video_note_detail');
export const COMMENTS = at('get_note_comments');
export const REPLIES = at('get_note_sub_comments');
export const SEARCH = at('search_notes');
export const TOPIC = at('get_topic_info');
export const FEED = at('get_topic_feed');
export const BALANCE = '/api/v1/tikhub/user/get_user_info';
export const PRICE = '/api/v1/tikhub/user/get_endpoint_info';

/** A page of comments as the app's API writes it, with what stands around it. */
export const commentsPage = (more: object) =>
  ok('get_note_comments', {
    comments: [threadRow],
    comment_count: 21_429,
    comment_count_l1: 19_352,
    user_id: AUTHOR,
    current_sort_strategy: 'latest_v2',
    ...more,
  });

export const detailOf = (row: unknown) =>
  ok('get_image_note_detail', [{ model_type: 'note', comment_list: [], note_list: [row] }]);

export const FOLDED_START = '{"index":0,"area":"FOLDED"}';
