import type { MediaSource } from '../../model/exports/list-media';
import type { Note } from '../../model/note';
import { createFileName } from '../file-name';

/** The folder of a note within the zip: title and id, safe on every system. */
export function toMediaFolder(noteId: string, note: Pick<Note, 'title'> | undefined): string {
  return createFileName({ title: note?.title, noteId, localTime: '' }, '{title}-{noteId}');
}

/** The name of a file within its folder, without its ending: `01`, `video`, `live-01`, `comments/<comment id>-1`. */
export function toMediaName({ kind, index, commentId = '' }: MediaSource): string {
  const number = String(index).padStart(2, '0');
  const safeId = commentId.replace(/[^\w-]/g, '').slice(0, 64) || 'unknown';
  return { image: number, video: 'video', live: `live-${number}`, comment: `comments/${safeId}-${index}` }[
    kind
  ];
}
