import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { NoteCounts, NoteSighting } from '../../model/note';
import { parseCount } from '../values/counts';
import { parseTimestamp } from '../values/times';
import { imageShape, mapImages, mapVideo, videoShape } from './media-rows';
import { knownPersonShape, mapPeople, mapPerson, personShape } from './person-row';
import { countShape, flagShape, idShape, textShape, timeShape } from './read-shape';

/** `shareCount` stands with a note, `sharedCount` in search results (saved bodies and states, 2024 to 2025-12). */
export const interactShape = z.object({
  liked: flagShape,
  likedCount: countShape,
  collected: flagShape,
  collectedCount: countShape,
  commentCount: countShape,
  shareCount: countShape,
  sharedCount: countShape,
  followed: flagShape,
});

/**
 * A note in full: the `note` of a page's state, or `note_card` of the feed call. What every one of 1,774 server pages
 * (2025-12) has is demanded; title and text may be left out when empty.
 */
export const noteShape = z.object({
  noteId: idShape,
  type: z.string(),
  title: textShape,
  desc: textShape,
  time: timeShape,
  lastUpdateTime: z.nullish(timeShape),
  ipLocation: textShape,
  xsecToken: textShape,
  user: knownPersonShape,
  interactInfo: interactShape,
  imageList: z.array(imageShape),
  tagList: z.nullish(z.array(z.object({ id: textShape, name: textShape, type: textShape }))),
  atUserList: z.nullish(z.array(personShape)),
  video: z.nullish(videoShape),
});

export type NoteRow = z.infer<typeof noteShape>;
type InteractRow = z.infer<typeof interactShape>;

export function mapNoteCounts(row: InteractRow | null | undefined): NoteCounts {
  return omitUndefined({
    likes: parseCount(row?.likedCount),
    collects: parseCount(row?.collectedCount),
    comments: parseCount(row?.commentCount),
    shares: parseCount(row?.shareCount ?? row?.sharedCount),
  });
}

export function mapNoteViewer(row: InteractRow | null | undefined): NonNullable<NoteSighting['viewer']> {
  return omitUndefined({
    liked: row?.liked ?? undefined,
    collected: row?.collected ?? undefined,
    followed: row?.followed ?? undefined,
  });
}

/** The two kinds of notes the site has; any other word is unknown. */
export function mapNoteType(word: string | null | undefined): 'normal' | 'video' | undefined {
  return word === 'normal' || word === 'video' ? word : undefined;
}

function mapTopics(rows: NoteRow['tagList']): NoteSighting['fields']['topics'] {
  return rows?.flatMap((row) =>
    row.name ? [omitUndefined({ id: row.id || undefined, name: row.name, kind: row.type || undefined })] : [],
  );
}

function mapNoteVideo(row: NoteRow): NoteSighting['fields']['video'] {
  if (row.video) return mapVideo(row.video);
  return row.type === 'normal' ? null : undefined;
}

/** A note that is shown in full is public. `token` is the one the caller knows to have opened it. */
export function mapNote(row: NoteRow, token?: NoteSighting['token']): NoteSighting {
  const own = row.xsecToken ? { xsecToken: row.xsecToken } : undefined;
  const opened = token ?? own;
  return {
    noteId: row.noteId,
    fields: omitUndefined({
      standing: 'public' as const,
      type: mapNoteType(row.type),
      title: row.title ?? undefined,
      text: row.desc ?? undefined,
      author: mapPerson(row.user),
      publishedAt: parseTimestamp(row.time, 'ms'),
      editedAt: parseTimestamp(row.lastUpdateTime, 'ms'),
      place: row.ipLocation || undefined,
      images: mapImages(row.imageList),
      video: mapNoteVideo(row),
      topics: mapTopics(row.tagList),
      mentions: row.atUserList ? mapPeople(row.atUserList) : undefined,
    }),
    counts: mapNoteCounts(row.interactInfo),
    ...(opened ? { token: opened } : {}),
    viewer: mapNoteViewer(row.interactInfo),
  };
}
