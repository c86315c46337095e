import { toCountText } from '../../server/count-text';
import type { SiteState } from '../../server/site-state';
import type { WorldAuthor, WorldNote } from '../../world/types';

const countText = (count: number): string => toCountText(count, true);

/** get_note_detail: times in ms, counts as text, `video` only where there is one (its page's real example, 2026). */
export function toNoteDetail(site: SiteState, note: WorldNote) {
  const [stream] = note.video?.streams ?? [];
  return {
    note_id: note.noteId,
    title: note.title,
    description: note.desc,
    type: note.type,
    time: note.time,
    last_update_time: note.lastUpdateTime,
    ip_location: note.ipLocation ?? '',
    user: { user_id: note.author.userId, nickname: note.author.nickname, avatar: note.author.avatarUrl },
    images: note.images.map(({ urlDefault, width, height }) => ({
      url: urlDefault,
      width,
      height,
      file_id: '',
    })),
    ...(note.video === undefined || stream === undefined
      ? {}
      : {
          video: {
            url: `${stream.masterUrl}?sign=${note.noteId}&t=${Math.floor(note.time / 1000).toString(16)}`,
            width: stream.width,
            height: stream.height,
            duration: note.video.durationSeconds,
            format: stream.codec,
          },
        }),
    tags: note.tags.map(({ id, name, type }) => ({ id, name, type })),
    interact_info: {
      liked_count: countText(site.likesOf(note)),
      collected_count: countText(site.collectsOf(note)),
      comment_count: countText(note.commentCount + site.comments.changeOf(note)),
      share_count: countText(note.shareCount),
    },
  };
}

/** get_user_profile: `follows` and `fans` are text (its page, 2026). */
export function toUserProfile(author: WorldAuthor) {
  return {
    nickname: author.nickname,
    description: author.desc,
    avatar: author.avatarUrl,
    gender: author.gender,
    red_id: author.redId,
    follows: countText(author.follows),
    fans: countText(author.fans),
    ip_location: author.ipLocation ?? '',
    tags: [
      { type: 'info', icon: 'http://ci.xiaohongshu.com/icons/user/replica.png' },
      ...(author.ipLocation === undefined ? [] : [{ type: 'location', name: author.ipLocation }]),
    ],
  };
}
