import type { SiteState } from '../../server/site-state';
import type { WorldNote } from '../../world/types';
import { toNotePerson } from './person';
import { toDetailPicture } from './picture';
import { toPlaceName } from './place-names';
import { toVideoDetail } from './video';

/** A note of the image endpoint: whole, but without streams for a video (real detail, 2026-08; public client code). */
export function toImageDetail(site: SiteState, note: WorldNote) {
  return {
    ...toNote(site, note),
    biz_map: {},
    co_produce_link: '',
    enable_co_produce: true,
    has_co_produce: false,
    has_music: false,
    goods_info: {},
    head_tags: [],
    in_censor: false,
    liked_users: [],
    long_press_share_info: {
      block_private_msg: false,
      content: '',
      function_entries: [{ type: 'image_download' }],
      guide_audited: false,
      is_star: false,
      show_wechat_tag: false,
      title: '',
    },
    mini_program_info: toMiniProgram(site, note),
    note_text_press_options: [],
    red_envelope_note: false,
    use_water_color: false,
  };
}

/** A note of the video endpoint, `isAsked` the one that was asked for (real detail, 2026-08). */
export function toVideoNote(site: SiteState, note: WorldNote, isAsked: boolean) {
  const plain = toNote(site, note);
  return {
    ...plain,
    user: { ...plain.user, preload_posted: false },
    hash_tag: plain.hash_tag.map((tag) => ({ ...tag, indicator: '' })),
    auto_slide_down: 0,
    cny_red_envelope_note: false,
    cursor_score: `1.${note.noteId.replaceAll(/\D/g, '').slice(0, 12)}E9`,
    downgrade_type: 0,
    enable_listen_video: false,
    final_feed_item: false,
    has_no_more: false,
    hide_button: false,
    interaction_info: { niced: false, nice_count: 0, share_count: note.shareCount },
    lazy_load_mode: 0,
    native_voice_info: { deeplink: '', disable_panel: true, sound_id: '', url: '', use_count: 0 },
    nice_info: { display: true, nice_status: 0 },
    regenerate_bit_map: 0,
    related_goods_num: 0,
    source_item: false,
    source_note: isAsked,
    track_id: `2r${note.noteId.slice(-12)}`,
    ...(isAsked ? {} : { reco_extra: { recVideoCompleteScore: '0.1' }, track_info: '' }),
    ...(note.video === undefined ? {} : { video_info_v2: toVideoDetail(note.video, note.images[0]) }),
  };
}

/** What both endpoints have. Times in seconds, counts as numbers, the place in English. */
function toNote(site: SiteState, note: WorldNote) {
  return {
    id: note.noteId,
    type: note.type,
    model_type: 'note',
    title: note.title,
    desc: note.desc,
    time: Math.floor(note.time / 1000),
    last_update_time: Math.floor(note.lastUpdateTime / 1000),
    ...(note.ipLocation === undefined ? {} : { ip_location: toPlaceName(note.ipLocation) }),
    user: toNotePerson(note.author),
    images_list: note.images.map(toDetailPicture),
    ...toCounts(site, note),
    hash_tag: note.tags.map((tag) => toHashTag(site, tag)),
    topics: note.tags.slice(0, 1).map((tag) => toTopic(site, tag)),
    share_info: toShareInfo(site, note),
    qq_mini_program_info: toMiniProgram(site, note),
    ...RULES,
  };
}

function toCounts(site: SiteState, note: WorldNote) {
  return {
    liked_count: site.likesOf(note),
    collected_count: site.collectsOf(note),
    comments_count: note.commentCount + site.comments.changeOf(note),
    shared_count: note.shareCount,
    seeded_count: 0,
    view_count: 0,
    pre_view_count: 10,
    liked: false,
    collected: false,
    seeded: false,
    sticky: false,
  };
}

/** Members whose values say nothing about a note. */
const RULES = {
  api_upgrade: 11,
  ats: [],
  comment_prompt_config: { forbidden_cmt_type: 0, placeholder_long: '', placeholder_short: '' },
  content_trans_info: { strategy: 0 },
  cooperate_binds: [],
  countdown: 0,
  enable_brand_lottery: false,
  enable_fls_bridge_cards: false,
  enable_fls_related_cards: false,
  feedback_info: { dislike_status: 0 },
  foot_tags: [],
  function_switch: [
    { type: 'image_download', enable: true, reason: '' },
    { type: 'video_download', enable: true },
  ],
  has_related_goods: false,
  may_have_red_packet: false,
  media_save_config: { disable_save: false, disable_watermark: false, disable_weibo_cover: false },
  need_next_step: false,
  need_product_review: false,
  privacy: { nick_names: '', show_tips: false, type: 0 },
  share_code_flag: 0,
  text_language_code: 'zh',
  widgets_context: '{"origin_video":false}',
  widgets_groups: [['cooperate_binds', 'goods_info', 'note_collection'], ['related_search']],
};

type Tag = WorldNote['tags'][number];

/** The page of a topic is the `id` in the link; the tag's own id is another. */
function linkOf(site: SiteState, tag: Tag): string {
  return `xhsdiscover://topic/v2?id=${site.world.findTopic(tag.name)?.pageId ?? ''}&source=note`;
}

function toHashTag(site: SiteState, tag: Tag) {
  return {
    id: tag.id,
    name: tag.name,
    type: 'topic',
    link: linkOf(site, tag),
    bizId: '',
    current_score: 0,
    record_count: 0,
    record_emoji: '',
    record_unit: '',
    tag_hint: '',
  };
}

function toTopic(site: SiteState, tag: Tag) {
  return {
    id: tag.id,
    name: tag.name,
    image: '',
    link: linkOf(site, tag),
    discuss_num: site.world.findTopic(tag.name)?.discussions ?? 0,
    activity_online: false,
    business_type: 0,
    style: 0,
  };
}

function shareLink(site: SiteState, note: WorldNote): string {
  const token = site.tokens.issue(note.noteId, 'app_share');
  return `https://www.xiaohongshu.com/discovery/item/${note.noteId}?xsec_source=app_share&xsec_token=${encodeURIComponent(token)}`;
}

function toShareInfo(site: SiteState, note: WorldNote) {
  return {
    title: note.title,
    content: note.desc.slice(0, 40),
    image: note.images[0]?.urlDefault ?? '',
    link: shareLink(site, note),
    function_entries: [{ type: 'generate_image' }, { type: 'copy_link' }],
    block_private_msg: false,
    guide_audited: true,
    is_star: false,
    show_wechat_tag: false,
    wechat_share_desc: '',
  };
}

function toMiniProgram(site: SiteState, note: WorldNote) {
  const link = shareLink(site, note);
  return {
    title: note.title,
    desc: '',
    share_title: note.title,
    thumb: note.images[0]?.urlDefault ?? '',
    user_name: 'gh_replica',
    path: `pages/main/note/index?${link.split('?')[1] ?? ''}&id=${note.noteId}`,
    webpage_url: link,
  };
}
