import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { NotesRead, WayOn } from '../../model/providers/operation-output';
import { ProviderError } from '../../model/providers/provider-error';
import { appNoteShape, mapAppCard } from '../rows/app/app-note';
import { readCursor, writeCursor } from '../rows/json-cursor';
import { toBreak } from '../rows/next-cursor';
import { toRecord } from '../rows/parse-body';
import { flagShape, readShape } from '../rows/read-shape';
import type { TikhubPayload } from './envelope';

const anchorShape = z.nullish(z.union([z.string(), z.number()]));

/**
 * A page of a topic's notes. No body of it has been seen: the documentation names `items` for one series and `notes` for
 * the other, whose entries are notes or hold one (TikHub guide, 2026-05; OpenAPI V5.3.2, 2026-03).
 */
export const topicNotesShape = z
  .object({
    items: z.nullish(z.array(z.unknown())),
    notes: z.nullish(z.array(z.unknown())),
    session_id: anchorShape,
    first_load_time: anchorShape,
    has_more: flagShape,
  })
  .check(z.refine((page) => page.items != null || page.notes != null, { path: ['items'] }));

const entryShape = z.object({ id: anchorShape, cursor_score: anchorShape, create_time: anchorShape });

const stateShape = z.object({
  score: z.optional(z.string()),
  noteId: z.string(),
  createdAt: z.optional(z.string()),
  sessionId: z.optional(z.string()),
  firstLoadTime: z.optional(z.string()),
});
type State = z.infer<typeof stateShape>;

const readState = (cursor: string | undefined): Partial<State> =>
  cursor === undefined ? {} : readCursor(stateShape, cursor);

const textOf = (anchor: z.infer<typeof anchorShape>) => (anchor == null ? undefined : String(anchor));

/** The parameters of a page; `firstLoadTime` is the moment of asking for the first one, for the series that wants it. */
export function toTopicQuery(
  topicId: string,
  sort: string,
  cursor: string | undefined,
  firstLoadTime?: string,
) {
  const state = readState(cursor);
  return {
    page_id: topicId,
    first_load_time: state.firstLoadTime ?? firstLoadTime,
    sort,
    cursor_score: state.score,
    last_note_id: state.noteId,
    last_note_ct: state.createdAt,
    session_id: state.sessionId,
  };
}

/** Anchors stand on the entry, or on the note inside it. */
function findAnchor(entry: unknown): Pick<State, 'score' | 'noteId' | 'createdAt'> | undefined {
  const outer = readShape(entryShape, entry);
  const inner = readShape(entryShape, toRecord(entry)?.['note'] ?? {});
  const noteId = textOf(outer.id) ?? textOf(inner.id);
  if (noteId === undefined) return undefined;
  const score = textOf(outer.cursor_score ?? inner.cursor_score);
  return { noteId, ...omitUndefined({ score, createdAt: textOf(outer.create_time ?? inner.create_time) }) };
}

/**
 * The next page starts behind the last entry; the list ends at an empty page, or where that entry stays the same or has
 * no id, and is broken off there where more is promised.
 */
function findNext(
  page: z.infer<typeof topicNotesShape>,
  entries: readonly unknown[],
  asked: Partial<State>,
  told: TikhubPayload['asked'],
): WayOn {
  if (page.has_more === false) return {};
  const last = entries.at(-1);
  if (last === undefined) return toBreak(page.has_more, 'empty-page');
  const anchor = findAnchor(last);
  if (!anchor) return toBreak(page.has_more, 'no-cursor');
  if (anchor.noteId === asked.noteId) return toBreak(page.has_more, 'repeated-cursor');
  const sent = told['first_load_time'];
  const firstLoadTime =
    textOf(page.first_load_time) ??
    asked.firstLoadTime ??
    (typeof sent === 'string' && sent !== '' ? sent : undefined);
  const sessionId = textOf(page.session_id) ?? asked.sessionId;
  return { nextCursor: writeCursor({ ...anchor, ...omitUndefined({ sessionId, firstLoadTime }) }) };
}

export function mapTopicNotes(
  page: z.infer<typeof topicNotesShape>,
  cursor: string | undefined,
  told: TikhubPayload['asked'],
): NotesRead {
  const entries = page.items ?? page.notes ?? [];
  const notes = entries.flatMap((entry, index) => {
    const outer = toRecord(entry);
    const kind = outer?.['model_type'];
    if (typeof kind === 'string' && kind !== 'note') return [];
    // The id may stand beside the note.
    const row = outer && toRecord(outer['note']) ? { id: outer['id'], ...toRecord(outer['note']) } : entry;
    return [mapAppCard(readShape(appNoteShape, row, String(index)))];
  });
  if (entries.length > 0 && notes.length === 0)
    throw new ProviderError('invalid-response', { reason: 'items' });
  return { notes, ...findNext(page, entries, readState(cursor), told) };
}
