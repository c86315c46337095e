import { toMediaFolder, toMediaName } from '../../../export/media/name-media';
import { listCommentMedia, listNoteMedia } from '../../../model/exports/list-media';
import type { MediaSource } from '../../../model/exports/list-media';
import type { MediaRequest } from '../../../model/exports/media-request';
import { listNoteIds } from '../../../model/export';
import type { Note } from '../../../model/note';
import type { ExportReader } from '../write-export';

/** One file of the zip before it is there. */
export interface PlannedMedia extends MediaSource {
  readonly noteId: string;
  /** Within the zip, without its ending; no two are alike. */
  readonly name: string;
}

export interface MediaPlan {
  readonly notes: readonly (Note | undefined)[];
  readonly items: readonly PlannedMedia[];
}

/** Everything that a request asks for, as far as it is stored. */
export async function planMedia(
  request: MediaRequest,
  reader: Pick<ExportReader, 'findNote' | 'readComments'>,
): Promise<MediaPlan> {
  const kinds = new Set(request.kinds);
  const notes: (Note | undefined)[] = [];
  const items: PlannedMedia[] = [];
  const names = new Set<string>();
  for (const noteId of listNoteIds(request)) {
    const note = await reader.findNote(noteId);
    notes.push(note);
    const folder = toMediaFolder(noteId, note);
    const put = (sources: readonly MediaSource[]) => {
      for (const source of sources) {
        if (!kinds.has(source.kind)) continue;
        const name = toFreeName(`${folder}/${toMediaName(source)}`, names);
        items.push({ ...source, noteId, name });
      }
    };
    if (note) put(listNoteMedia(note));
    if (!kinds.has('comment')) continue;
    for await (const comments of reader.readComments(noteId)) put(comments.flatMap(listCommentMedia));
  }
  return { notes, items };
}

/** Compared without case: some systems keep no two names that differ in it alone. */
function toFreeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name} (${number})`;
  taken.add(free.toLowerCase());
  return free;
}
