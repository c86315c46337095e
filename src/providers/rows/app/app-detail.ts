import * as z from 'zod/mini';
import type { OperationOutput } from '../../../model/providers/operation-output';
import { ProviderError } from '../../../model/providers/provider-error';
import { omitUndefined } from '../../../lib/omit-undefined';
import { toRecord } from '../parse-body';
import { flagShape, readShape } from '../read-shape';
import { appNoteShape, mapAppNote, mapAppNoteAuthor } from './app-note';

/** `source_note` is set on the note that was asked for, not on those that are recommended after it (real call, 2026-08). */
const detailShape = z.extend(appNoteShape, { source_note: flagShape });

/**
 * The note in an answer about one: a list whose first entry is the note itself, or a wrapper with a `note_list` of its
 * own; what follows are recommended notes of others (real calls, 2026-08). Throws `not-found` where the list is empty.
 */
function pickNote(content: unknown): unknown {
  const first: unknown = Array.isArray(content) ? content[0] : content;
  const wrapper = toRecord(first);
  const list = wrapper && 'note_list' in wrapper ? wrapper['note_list'] : undefined;
  if (first == null || (wrapper && 'note_list' in wrapper && list == null))
    throw new ProviderError('not-found');
  if (!Array.isArray(list)) return first;
  if (list.length === 0) throw new ProviderError('not-found');
  return list[0];
}

/**
 * A note in full, from the app's API as it is passed on. `noteId` is what was asked for, `undefined` when a link was;
 * the vendor answers a note it does not know with those of strangers, so one that is not the asked one is
 * `invalid-response` with the reason `wrong-note`.
 */
export function readAppDetail(content: unknown, noteId: string | undefined): OperationOutput<'note.detail'> {
  const row = readShape(detailShape, pickNote(content));
  const isOther = noteId === undefined ? row.source_note === false : row.id !== noteId;
  if (isOther) throw new ProviderError('invalid-response', { reason: 'wrong-note' });
  return { note: mapAppNote(row), ...omitUndefined({ author: mapAppNoteAuthor(row) }) };
}
