import { AUTHOR, NOTE } from '../tikhub/app-values';
import { inner, outer } from '../tikhub/envelope';

export const at = (name: string) => `/api/v1/xiaohongshu/app/${name}`;
export const ok = (name: string, data: unknown, beside = {}, params = {}) =>
  outer(at(name), inner(data, beside), params);

export const NOTE_INFO = at('get_note_info');
export const COMMENTS = at('get_note_comments');
export const REPLIES = at('get_sub_comments');
export const SEARCH = at('search_notes');
export const TOPIC = at('get_topic_notes');
export const NOTE_LINK = at('extract_share_info');
export const USER_LINK = at('get_user_id_and_xsec_token');
export const PROFILE = `https://www.xiaohongshu.com/user/profile/${AUTHOR}?xsec_token=AB`;
export const EXPLORE = `https://www.xiaohongshu.com/explore/${NOTE}?xsec_token=AB`;
