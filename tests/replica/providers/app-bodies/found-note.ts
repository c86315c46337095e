import type { SiteState } from '../../server/site-state';
import type { WorldAuthor, WorldNote } from '../../world/types';
import { toFoundPerson } from './person';
import { toCover } from './picture';
import { toFoundVideo } from './video';

const PREVIEW_LENGTH = 60;

/** A note as TikHub's searches of the app give it: with a token of its own. */
export function toFoundNote(site: SiteState, note: WorldNote, keyword: string) {
  return { ...toFlatNote(site, note, keyword), xsec_token: site.tokens.issue(note.noteId, 'app_search') };
}

/** A note as a search finds it: flat, the cover alone, `update_time` in ms, the rest in seconds (real search body, 2026-08). */
export function toFlatNote(site: SiteState, note: WorldNote, keyword: string) {
  const [cover] = note.images;
  return {
    id: note.noteId,
    type: note.type,
    title: keyword === '' ? note.title : note.title.replaceAll(keyword, `<em>${keyword}</em>`),
    desc: [...note.desc].slice(0, PREVIEW_LENGTH).join(''),
    user: toFoundPerson(note.author),
    liked_count: site.likesOf(note),
    collected_count: site.collectsOf(note),
    comments_count: note.commentCount + site.comments.changeOf(note),
    shared_count: note.shareCount,
    nice_count: 0,
    liked: false,
    collected: false,
    niced: false,
    timestamp: Math.floor(note.time / 1000),
    update_time: note.lastUpdateTime,
    last_update_time: note.lastUpdateTime === note.time ? 0 : Math.floor(note.lastUpdateTime / 1000),
    images_list: cover === undefined ? [] : [toCover(cover)],
    cover_image_index: 0,
    corner_tag_info: [toCornerTag(note)],
    geo_info: { distance: '' },
    interaction_area: { type: 1, text: String(site.likesOf(note)), link: '', status: false },
    tag_info: { title: '', type: '' },
    widgets_context: '{"origin_video":false}',
    advanced_widgets_groups: { groups: [{ mode: 1, fetch_types: ['cooperate_binds', 'note_collection'] }] },
    click_score: 0,
    debug_info_str: '',
    extract_text_enabled: 0,
    has_music: false,
    note_attributes: [],
    ...(note.mentions.length === 0 ? {} : { at_user_list: note.mentions.map(toMentioned) }),
    result_from: '',
    ...(note.video === undefined ? {} : toVideoMembers(note)),
  };
}

function toVideoMembers(note: WorldNote) {
  const { video } = note;
  if (video === undefined) return {};
  const seconds = String(video.durationSeconds % 60).padStart(2, '0');
  return {
    video_duration: `${String(Math.floor(video.durationSeconds / 60))}:${seconds}`,
    video_info_v2: toFoundVideo(video, note.images[0]),
  };
}

function toMentioned({ userId, nickname }: WorldAuthor) {
  return { user_id: userId, user_oid: `user.${userId}`, nickname };
}

function toCornerTag(note: WorldNote) {
  const text = new Date(note.time).toISOString().slice(0, 10);
  return { type: 'publish_time', text, text_en: text, icon: '', location: -1, style: 0 };
}
