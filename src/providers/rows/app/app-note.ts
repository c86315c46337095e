import * as z from 'zod/mini';
import { omitUndefined } from '../../../lib/omit-undefined';
import type { AuthorSighting, Person } from '../../../model/author';
import type { NoteCounts, NoteSighting } from '../../../model/note';
import { ProviderError } from '../../../model/providers/provider-error';
import type { Topic } from '../../../model/values/topic';
import { parseCount } from '../../../site/values/counts';
import { appImageShape, appVideoShape, mapAppImage, mapAppVideo } from './app-media';
import { appTokenShape, findAppToken } from './app-token';
import { toNoteType } from '../note-type';
import { parseMoment } from '../parse-moment';
import { pickPersonId, toPerson } from '../person';
import { countShape, idShape, lenient, textShape, timeShape } from '../read-shape';

/** `image` beside a note in full, `images` elsewhere (real calls, 2026-08). */
const userShape = z.object({
  userid: textShape,
  id: textShape,
  user_id: textShape,
  nickname: textShape,
  name: textShape,
  red_id: textShape,
  image: textShape,
  images: textShape,
});

const topicShape = z.object({ id: textShape, name: textShape, type: textShape, link: textShape });

/**
 * A note in the app's API, in full or as a list shows it. The same thing has other names by place: `time`, `timestamp`,
 * `create_time`; `liked_count`, `likes`; `shared_count`, `share_count` (real calls, 2023 and 2026-08).
 */
export const appNoteShape = z.extend(appTokenShape, {
  id: idShape,
  type: textShape,
  title: textShape,
  display_title: textShape,
  desc: textShape,
  user: lenient(userShape),
  time: timeShape,
  timestamp: timeShape,
  create_time: timeShape,
  last_update_time: timeShape,
  ip_location: textShape,
  liked_count: countShape,
  likes: countShape,
  collected_count: countShape,
  collects: countShape,
  comments_count: countShape,
  shared_count: countShape,
  share_count: countShape,
  view_count: countShape,
  images_list: z.nullish(z.array(appImageShape)),
  video_info_v2: lenient(appVideoShape),
  hash_tag: lenient(z.array(topicShape)),
  topics: lenient(z.array(topicShape)),
  at_user_list: lenient(z.array(userShape)),
});

export type AppNoteRow = z.infer<typeof appNoteShape>;

const mapUser = (row: z.infer<typeof userShape> | null | undefined): Person | undefined =>
  toPerson({
    id: pickPersonId(row?.userid, row?.id, row?.user_id),
    nickname: row?.nickname || row?.name,
    avatars: [row?.images, row?.image],
    redId: row?.red_id,
  });

/** A count of views is 0 wherever it was seen, under notes with thousands of likes: then it is not told. */
function mapCounts(row: AppNoteRow): NoteCounts {
  const views = parseCount(row.view_count);
  return omitUndefined({
    likes: parseCount(row.liked_count ?? row.likes),
    collects: parseCount(row.collected_count ?? row.collects),
    comments: parseCount(row.comments_count),
    shares: parseCount(row.shared_count ?? row.share_count),
    views: views && views.value > 0 ? views : undefined,
  });
}

/** The page of a topic stands in its link only: `…/topic/v2/<id>?…`, `…/page/topics/<id>?…`, or `…?id=<id>`. */
const PAGE_ID = /(?:\/topic\/v2\/|\/page\/topics\/|[?&](?:page_)?id=)([0-9a-f]{24})(?![0-9a-f])/;

/** `topics` repeats the first of `hash_tag`, and stands alone in older bodies. */
function mapTopics(row: AppNoteRow): Topic[] | undefined {
  if (!row.hash_tag && !row.topics) return undefined;
  const topics: Topic[] = [];
  for (const tag of [...(row.hash_tag ?? []), ...(row.topics ?? [])]) {
    const isKnown = topics.some(({ id, name }) => name === tag.name || (id !== undefined && id === tag.id));
    if (!tag.name || isKnown) continue;
    const pageId = PAGE_ID.exec(tag.link ?? '')?.[1];
    topics.push(
      omitUndefined({ id: tag.id || undefined, name: tag.name, pageId, kind: tag.type || undefined }),
    );
  }
  return topics;
}

/** A search marks the words it found. */
const mapTitle = (row: AppNoteRow) =>
  (row.title || (row.display_title ?? row.title))?.replace(/<\/?em>/g, '');

function mapCommon(row: AppNoteRow): NoteSighting {
  const token = findAppToken(row, row.id);
  return {
    noteId: row.id,
    fields: omitUndefined({
      type: toNoteType(row.type),
      title: mapTitle(row) || undefined,
      author: mapUser(row.user),
      publishedAt: parseMoment(row.time ?? row.timestamp ?? row.create_time),
      editedAt: parseMoment(row.last_update_time),
      place: row.ip_location || undefined,
      mentions: row.at_user_list?.flatMap((user) => mapUser(user) ?? []),
    }),
    counts: mapCounts(row),
    ...(token ? { token } : {}),
  };
}

/**
 * A note as a list shows it. Its text is cut there (60 to 100 characters, real calls), its pictures are the cover or a
 * few, and a search's video streams come in parts without sound: all of that is known from the note itself.
 */
export function mapAppCard(row: AppNoteRow): NoteSighting {
  const common = mapCommon(row);
  const cover = row.images_list?.[0] && mapAppImage(row.images_list[0]);
  return { ...common, fields: { ...common.fields, ...(cover ? { cover } : {}) } };
}

/**
 * A note in full. Throws `invalid-response` for a note of which nothing is told: some upstreams answer so for one they
 * could not read (public clients, 2026).
 */
export function mapAppNote(row: AppNoteRow): NoteSighting {
  const common = mapCommon(row);
  if (!row.title && !row.desc && !common.fields.author) {
    throw new ProviderError('invalid-response', { reason: 'empty-note' });
  }
  const video = row.type === 'normal' ? null : mapAppVideo(row.video_info_v2);
  return {
    ...common,
    fields: {
      ...common.fields,
      ...omitUndefined({
        title: mapTitle(row) ?? undefined,
        text: row.desc ?? undefined,
        images: row.images_list?.flatMap((image) => mapAppImage(image) ?? []),
        video,
        topics: mapTopics(row),
      }),
    },
  };
}

/** What stands beside a note of its author. */
export function mapAppNoteAuthor(row: AppNoteRow): AuthorSighting | undefined {
  const person = mapUser(row.user);
  if (!person) return undefined;
  const { id, nickname, avatarUrl, redId } = person;
  return { id, fields: omitUndefined({ nickname, avatarUrl, redId }), counts: {} };
}
