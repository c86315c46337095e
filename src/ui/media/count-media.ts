import { listNoteMedia } from '../../model/exports/list-media';
import type { MediaKind } from '../../model/exports/media-request';
import type { Ports } from '../shell/ports';

/** How many files of each kind there are, and how large those are together of which the site says it. */
export interface MediaCounts {
  readonly files: Readonly<Record<MediaKind, number>>;
  readonly knownBytes: Readonly<Record<MediaKind, number>>;
}

/** Counts what is stored of some notes. */
export async function countMedia(
  readers: Pick<Ports['readers'], 'findNote' | 'countCommentPictures'>,
  noteIds: readonly string[],
): Promise<MediaCounts> {
  const files: Record<MediaKind, number> = { image: 0, video: 0, live: 0, comment: 0 };
  const knownBytes: Record<MediaKind, number> = { image: 0, video: 0, live: 0, comment: 0 };
  for (const noteId of noteIds) {
    const note = await readers.findNote(noteId);
    for (const { kind, sizeBytes = 0 } of note ? listNoteMedia(note) : []) {
      files[kind] += 1;
      knownBytes[kind] += sizeBytes;
    }
    files.comment += await readers.countCommentPictures(noteId);
  }
  return { files, knownBytes };
}
