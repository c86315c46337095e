import type * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { AuthorSighting } from '../../model/author';
import type { NoteSighting } from '../../model/note';
import type { Video } from '../../model/values/media';
import { parseCount } from '../../site/values/counts';
import { parseMediaUrl } from '../../site/values/media';
import { toNoteType } from '../rows/note-type';
import { parseMoment } from '../rows/parse-moment';
import { toAuthorId, toPerson } from '../rows/person';
import { parsePictureUrl } from '../rows/picture-url';
import type { noteShape, profileShape } from './schemas';

type NoteRow = z.infer<typeof noteShape>;
type ProfileRow = z.infer<typeof profileShape>;

/** One stream; its `format` is the codec's name. A note of pictures has no `video`, which makes it known to have none. */
function mapVideo(row: NoteRow): Video | null | undefined {
  if (!row.video) return row.type === 'normal' ? null : undefined;
  const { duration, format, width, height } = row.video;
  const url = parseMediaUrl(row.video.url);
  const stream = { width: width ?? undefined, height: height ?? undefined };
  return omitUndefined({
    durationSeconds: duration ?? undefined,
    streams:
      url === undefined ? [] : [omitUndefined({ codec: format ?? '', url, backupUrls: [], ...stream })],
  });
}

function mapImages(rows: NoteRow['images']): NoteSighting['fields']['images'] {
  return rows?.flatMap((row) => {
    const url = parsePictureUrl(row.url);
    if (url === undefined) return [];
    return [omitUndefined({ width: row.width ?? undefined, height: row.height ?? undefined, url })];
  });
}

export function mapNote(row: NoteRow): NoteSighting {
  const counts = row.interact_info;
  return {
    noteId: row.note_id,
    fields: omitUndefined({
      type: toNoteType(row.type),
      title: row.title ?? undefined,
      text: row.description ?? undefined,
      author: toPerson({
        id: row.user?.user_id,
        nickname: row.user?.nickname,
        avatars: [row.user?.avatar],
      }),
      publishedAt: parseMoment(row.time),
      editedAt: parseMoment(row.last_update_time),
      place: row.ip_location || undefined,
      images: mapImages(row.images),
      video: mapVideo(row),
      topics: row.tags?.flatMap(({ id, name, type }) =>
        name ? [omitUndefined({ id: id || undefined, name, kind: type || undefined })] : [],
      ),
    }),
    counts: omitUndefined({
      likes: parseCount(counts.liked_count),
      collects: parseCount(counts.collected_count),
      comments: parseCount(counts.comment_count),
      shares: parseCount(counts.share_count),
    }),
  };
}

/** 0 male, 1 female (the scraper's page, 2026-05); any other number is not explained there. */
const GENDERS: Readonly<Record<string, 'male' | 'female'>> = { '0': 'male', '1': 'female' };

export function mapProfile(row: ProfileRow, userId: string): AuthorSighting {
  return {
    id: toAuthorId(userId),
    fields: omitUndefined({
      redId: row.red_id || undefined,
      nickname: row.nickname,
      avatarUrl: parsePictureUrl(row.avatar),
      desc: row.description ?? undefined,
      gender: row.gender == null ? undefined : GENDERS[String(row.gender)],
      place: row.ip_location || undefined,
      tags: row.tags?.flatMap(({ name, type }) => (name ? [{ kind: type ?? '', name }] : [])),
    }),
    counts: omitUndefined({ follows: parseCount(row.follows), fans: parseCount(row.fans) }),
  };
}
