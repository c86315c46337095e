import type { Viewer } from '../../page-contract';
import type { WorldNote } from '../../world/types';
import type { SiteState } from '../site-state';
import { toCoverBody, toImageBody, toVideoBody } from './media';
import { toCardUserBody, toMentionBody, toUserBody } from './user';

/** The note as `v1/feed` answers it (saved body, 2024-06; newer keys from saved note pages, 2025-12). */
export function toNoteBody(state: SiteState, viewer: Viewer, note: WorldNote) {
  return {
    note_id: note.noteId,
    xsec_token: state.tokens.issue(note.noteId, 'note_detail'),
    type: note.type,
    title: note.title,
    desc: note.desc,
    time: note.time,
    last_update_time: note.lastUpdateTime,
    ...(note.ipLocation === undefined || !viewer.loggedIn ? {} : { ip_location: note.ipLocation }),
    user: toUserBody(state, note.author),
    interact_info: toInteractBody(state, viewer, note),
    image_list: note.images.map(toImageBody),
    tag_list: note.tags.map(({ id, name, type }) => ({ id, name, type })),
    at_user_list: note.mentions.map((person) => toMentionBody(state, person)),
    share_info: { un_share: false },
    ...(note.video === undefined ? {} : { video: toVideoBody(note.video) }),
  };
}

/** All counts are strings, also zero (saved note pages, 2025-12). */
export function toInteractBody(state: SiteState, viewer: Viewer, note: WorldNote) {
  return {
    liked: viewer.hasLiked(note.noteId),
    liked_count: viewer.countText(state.likesOf(note)),
    collected: viewer.hasCollected(note.noteId),
    collected_count: viewer.countText(state.collectsOf(note)),
    comment_count: viewer.countText(note.commentCount + state.comments.changeOf(note)),
    share_count: viewer.countText(note.shareCount),
    followed: viewer.follows(note.author.userId),
    relation: 'none',
  };
}

/** An item of the explore feed (saved homefeed body, 2025-05). An empty title is left out, as there. */
export function toFeedItemBody(state: SiteState, viewer: Viewer, note: WorldNote) {
  return {
    id: note.noteId,
    model_type: 'note',
    track_id: `2r${note.noteId.slice(-12)}`,
    ignore: false,
    xsec_token: state.tokens.issue(note.noteId, 'pc_feed'),
    note_card: toCardBody(state, viewer, note),
  };
}

function toCardBody(state: SiteState, viewer: Viewer, note: WorldNote) {
  const cover = note.images[0];
  return {
    type: note.type,
    ...(note.title === '' ? {} : { display_title: note.title }),
    user: toCardUserBody(state, note.author),
    interact_info: {
      liked: viewer.hasLiked(note.noteId),
      liked_count: viewer.countText(state.likesOf(note)),
    },
    ...(cover === undefined ? {} : { cover: toCoverBody(cover) }),
    ...(note.video === undefined ? {} : { video: { capa: { duration: note.video.durationSeconds } } }),
  };
}

/** An item of a search: more counts, `shared_count` instead of `share_count`, a corner tag (hydrated search state, 2025-11). */
export function toSearchItemBody(state: SiteState, viewer: Viewer, note: WorldNote) {
  const card = toCardBody(state, viewer, note);
  return {
    id: note.noteId,
    model_type: 'note',
    xsec_token: state.tokens.issue(note.noteId, 'pc_search'),
    note_card: {
      ...card,
      interact_info: {
        ...card.interact_info,
        collected: viewer.hasCollected(note.noteId),
        collected_count: viewer.countText(state.collectsOf(note)),
        comment_count: viewer.countText(note.commentCount),
        shared_count: viewer.countText(note.shareCount),
      },
      image_list: note.images.map((image) => ({
        width: image.width,
        height: image.height,
        info_list: [{ image_scene: 'WB_DFT', url: image.urlDefault }],
      })),
      corner_tag_info: [{ type: 'publish_time', text: new Date(note.time).toISOString().slice(0, 10) }],
    },
  };
}

/** An item of a profile's list: no times, no comment count (hydrated profile state, 2024-11; site client code, 2026-05). */
export function toPostedNoteBody(state: SiteState, viewer: Viewer, note: WorldNote, source: string) {
  const card = toCardBody(state, viewer, note);
  return {
    note_id: note.noteId,
    xsec_token: state.tokens.issue(note.noteId, source),
    type: note.type,
    display_title: note.title,
    cover: card.cover,
    user: card.user,
    interact_info: { ...card.interact_info, sticky: false },
  };
}
