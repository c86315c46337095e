import type { SiteState } from '../../server/site-state';
import type { WorldNote } from '../../world/types';
import { toCover } from './picture';
import { toVideoDetail } from './video';

/** What the lists of notes have in common: `likes` in place of `liked_count` (a reseller of the same API, 2023). */
function toListed(site: SiteState, note: WorldNote) {
  const [cover] = note.images;
  return {
    id: note.noteId,
    type: note.type,
    title: note.title,
    display_title: note.title,
    desc: note.desc,
    inlikes: false,
    likes: site.likesOf(note),
    is_goods_note: false,
    images_list: cover === undefined ? [] : [toCover(cover)],
    user: { userid: note.author.userId, nickname: note.author.nickname, images: note.author.avatarUrl },
    ...(note.video === undefined ? {} : { video_info_v2: toVideoDetail(note.video, cover) }),
  };
}

/** A note of a person's list; the cursor of the next page is the last one's. */
export function toPostedNote(site: SiteState, note: WorldNote) {
  return {
    ...toListed(site, note),
    create_time: Math.floor(note.time / 1000),
    last_update_time: note.lastUpdateTime === note.time ? 0 : Math.floor(note.lastUpdateTime / 1000),
    collected_count: site.collectsOf(note),
    comments_count: note.commentCount + site.comments.changeOf(note),
    share_count: note.shareCount,
    nice_count: 0,
    view_count: 0,
    sticky: false,
    has_music: false,
    price: 0,
    level: 0,
    cursor: note.noteId,
    recommend: { desc: '', icon: '', target_id: '', target_name: '', track_id: '', type: '' },
    advanced_widgets_groups: { groups: [{ mode: 1, fetch_types: ['cooperate_binds', 'note_collection'] }] },
    widgets_context: '{"origin_video":false}',
  };
}

/** A note that somebody has collected. */
export function toFavedNote(site: SiteState, note: WorldNote) {
  const listed = toListed(site, note);
  return {
    ...listed,
    desc: '',
    user: { ...listed.user, red_official_verify_type: 0 },
    cursor_score: note.noteId,
    note_attributes: note.video === undefined ? [] : ['goods'],
  };
}

/** A note of a topic, with what the next page is asked by; `create_time` in ms (the web page of topics, 2024). */
export function toTopicNote(site: SiteState, note: WorldNote) {
  return {
    ...toListed(site, note),
    collects: site.collectsOf(note),
    collected_count: site.collectsOf(note),
    image_count: note.images.length,
    create_time: note.time,
    cursor: note.noteId,
    cursor_score: `${String(Math.floor(note.time / 1000))}.${note.noteId.slice(-4)}`,
  };
}
