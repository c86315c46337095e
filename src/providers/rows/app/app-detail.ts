import * as z from 'zod/mini';
import type { OperationOutput } from '../../../model/providers/operation-output';
import { ProviderError } from '../../../model/providers/provider-error';
import { omitUndefined } from '../../../lib/omit-undefined';
import { toRecord } from '../parse-body';
import { flagShape, readShape } from '../read-shape';
import { appNoteShape, mapAppNote, mapAppNoteAuthor } from './app-note';

/** `source_note` is set on the note that was asked for, not on those that are recommended after it (real call, 2026-08). */
const detailShape = z.extend(appNoteShape, { source_note: flagShape });

/** The first of a list, or the thing itself where it comes alone. Throws `not-found` where there is nothing. */
function getFirst(value: unknown): unknown {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (first == null) throw new ProviderError('not-found');
  return first;
}

/**
 * The note in an answer about one: a list whose first entry is the note itself, or a wrapper with a `note_list` of its
 * own, in which the author may stand beside it; what follows are recommended notes of others (TikHub App V2, real calls,
 * 2026-08; JustOneAPI and TikHub Web, real calls of other clients, 2026). Throws `not-found` where the list is empty.
 */
function pickNote(content: unknown, idWhereMissing: string | undefined): unknown {
  const first = getFirst(content);
  const outer = toRecord(first);
  const isWrapped = outer !== undefined && 'note_list' in outer;
  const inner = isWrapped ? getFirst(outer['note_list']) : first;
  const note = toRecord(inner);
  if (!note) return inner;
  return {
    ...note,
    id: note['id'] ?? note['note_id'] ?? note['noteId'] ?? idWhereMissing,
    user: note['user'] ?? (isWrapped ? outer['user'] : undefined),
  };
}

/**
 * A note in full, from the app's API as it is passed on. `noteId` is what was asked for, `undefined` when a link was;
 * the vendor answers a note it does not know with those of strangers, so one that is not the asked one is
 * `invalid-response` with the reason `wrong-note`. `mayLackId`: one without any id is taken for the asked one.
 */
export function readAppDetail(
  content: unknown,
  noteId: string | undefined,
  { mayLackId = false }: { readonly mayLackId?: boolean } = {},
): OperationOutput<'note.detail'> {
  const row = readShape(detailShape, pickNote(content, mayLackId ? noteId : undefined));
  const isOther = noteId === undefined ? row.source_note === false : row.id !== noteId;
  if (isOther) throw new ProviderError('invalid-response', { reason: 'wrong-note' });
  return { note: mapAppNote(row), ...omitUndefined({ author: mapAppNoteAuthor(row) }) };
}
