import { toCountText } from '../../server/count-text';
import type { SiteState } from '../../server/site-state';
import type { WorldAuthor } from '../../world/types';

/** A person in the app; `result` is a second mark of success (a real body of a reseller of the same API, 2023). */
export function toAppProfile(site: SiteState, author: WorldAuthor) {
  const liked = Math.floor(author.likedAndCollected * 0.7);
  const collected = author.likedAndCollected - liked;
  return {
    userid: author.userId,
    red_id: author.redId,
    nickname: author.nickname,
    desc: author.desc,
    images: author.avatarUrl,
    imageb: author.avatarUrl.replace('/w/120/', '/w/540/'),
    gender: author.gender,
    ip_location: author.ipLocation ?? '',
    location: '',
    fans: author.fans,
    follows: author.follows,
    liked,
    collected,
    interactions: [
      toInteraction('follows', '关注', author.follows),
      toInteraction('fans', '粉丝', author.fans),
      toInteraction('interaction', '获赞与收藏', author.likedAndCollected),
    ],
    ndiscovery: site.world.postedBy(author.userId).length,
    note_num_stat: { posted: site.world.postedBy(author.userId).length, liked, collected },
    tags: [
      { icon: 'http://ci.xiaohongshu.com/icons/user/replica.png', tag_type: 'info' },
      ...(author.ipLocation === undefined ? [] : [{ name: author.ipLocation, tag_type: 'location' }]),
    ],
    share_link: `https://www.xiaohongshu.com/user/profile/${author.userId}`,
    share_info: { title: author.nickname, content: author.desc },
    banner_info: { image: '', bg_color: '#ffffff' },
    result: { success: true, code: 0, message: 'success' },
    ...SETTINGS,
  };
}

/** Counts are numbers here. */
function toInteraction(type: string, name: string, count: number) {
  return { type, name, count, is_private: false, toast: '' };
}

/** Members whose values say nothing about a person. */
const SETTINGS = {
  blocked: false,
  blocking: false,
  collected_book_num: 0,
  collected_brand_num: 0,
  collected_movie_num: 0,
  collected_notes_num: 0,
  collected_poi_num: 0,
  collected_product_num: 0,
  collected_tags_num: 0,
  college_info: { college_name: '', enrollment_year: 0 },
  community_rule_url: '',
  default_collection_tab: 'note',
  desc_at_users: [],
  feedback_account_appeal_url: '',
  fstatus: 'none',
  identity_deeplink: '',
  is_recommend_level_illegal: false,
  level: { image: '', image_link: '', level_name: '', number: 0 },
  location_jump: false,
  nboards: 0,
  recommend_info: '',
  recommend_info_icon: '',
  red_club_info: { red_club: false, red_club_level: 0, red_club_url: '', redclubscore: 0 },
  red_official_verified: false,
  red_official_verify_content: '',
  red_official_verify_type: 0,
  remark_name: '',
  seller_info: { tab_code_names: [], tab_goods_api_version: 0 },
  show_extra_info_button: false,
  tab_public: { collection: false, collection_board: true, collection_note: true, seed: true },
  tab_visible: { note: true, collect: true, like: false, seed: true, curation: false },
  zhong_tong_bar_info: { conversions: [] },
};

/** A person as a search finds them: the count of fans stands in a text (the same reseller, 2023). */
export function toFoundUser(site: SiteState, author: WorldAuthor) {
  const posted = site.world.postedBy(author.userId).length;
  return {
    id: author.userId,
    red_id: author.redId,
    name: author.nickname,
    desc: `粉丝·${toCountText(author.fans, true)} | 笔记·${String(posted)}`,
    sub_title: `小红书号：${author.redId}`,
    image: author.avatarUrl,
    link: `xhsdiscover://user/${author.userId}`,
    followed: false,
    red_official_verified: false,
    red_official_verify_type: 0,
    show_red_official_verify_icon: false,
    track_duration: 0,
    self: false,
    reason: '',
  };
}
