import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { NoteCounts, NoteSighting } from '../../model/note';
import { ProviderError } from '../../model/providers/provider-error';
import { parseCount } from '../../site/values/counts';
import { toNoteType } from '../rows/note-type';
import { parseMoment } from '../rows/parse-moment';
import { countShape, lenient, textShape, timeShape } from '../rows/read-shape';
import { imageShape, mapImage, mapVideo, videoShape } from './media';
import { mapPerson, personShape } from './person';

const interactShape = z.object({
  likedCount: countShape,
  collectedCount: countShape,
  commentCount: countShape,
  shareCount: countShape,
});

/** A note in full, or as a list shows it (public clients, 2026). Counts are text, times milliseconds. */
export const noteCardShape = z.object({
  noteId: textShape,
  title: textShape,
  displayTitle: textShape,
  desc: textShape,
  type: textShape,
  time: timeShape,
  lastUpdateTime: timeShape,
  ipLocation: textShape,
  user: lenient(personShape),
  interactInfo: lenient(interactShape),
  tagList: lenient(z.array(z.object({ id: textShape, name: textShape, type: textShape }))),
  imageList: z.nullish(z.array(imageShape)),
  cover: lenient(imageShape),
  video: lenient(videoShape),
  xsecToken: textShape,
});

export type NoteCardRow = z.infer<typeof noteCardShape>;

function mapCounts(row: z.infer<typeof interactShape> | null | undefined): NoteCounts {
  return omitUndefined({
    likes: parseCount(row?.likedCount),
    collects: parseCount(row?.collectedCount),
    comments: parseCount(row?.commentCount),
    shares: parseCount(row?.shareCount),
  });
}

/** A note as a list shows it. */
export function mapCard(
  row: NoteCardRow,
  noteId: string,
  xsecToken: string | null | undefined,
): NoteSighting {
  const token = xsecToken || row.xsecToken;
  return {
    noteId,
    fields: omitUndefined({
      type: toNoteType(row.type),
      title: (row.displayTitle ?? row.title) || undefined,
      author: mapPerson(row.user),
      cover: mapImage(row.cover),
    }),
    counts: mapCounts(row.interactInfo),
    ...(token ? { token: { xsecToken: token } } : {}),
  };
}

/** A card on which nothing stands: the series answers so for notes it could not read (public clients, 2026). */
function isBlank(row: NoteCardRow, counts: NoteCounts): boolean {
  const isNamed = Boolean(row.title || row.desc || row.user?.userId || row.user?.nickname);
  return !isNamed && Object.values(counts).every((count) => (count?.value ?? 0) === 0);
}

/** A note in full. Throws `invalid-response` with the reason `empty-card` where nothing stands on it. */
export function mapNote(row: NoteCardRow, noteId: string): NoteSighting {
  const counts = mapCounts(row.interactInfo);
  if (isBlank(row, counts)) throw new ProviderError('invalid-response', { reason: 'empty-card' });
  return {
    noteId,
    fields: omitUndefined({
      type: toNoteType(row.type),
      title: row.title ?? undefined,
      text: row.desc ?? undefined,
      author: mapPerson(row.user),
      publishedAt: parseMoment(row.time),
      editedAt: parseMoment(row.lastUpdateTime),
      place: row.ipLocation || undefined,
      images: row.imageList?.flatMap((image) => mapImage(image) ?? []),
      video: row.type === 'normal' ? null : mapVideo(row.video),
      topics: row.tagList?.flatMap(({ id, name, type }) =>
        name ? [omitUndefined({ id: id || undefined, name, kind: type || undefined })] : [],
      ),
    }),
    counts,
  };
}
