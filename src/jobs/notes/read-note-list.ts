import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { JobItem } from '../../model/jobs/job-item';
import type { JobInput } from '../../model/jobs/job-inputs';
import type { NoteSighting } from '../../model/note';
import type { NotesRead } from '../../model/providers/operation-output';
import { PROVIDER_IDS } from '../../model/providers/provider.catalog';
import { leftPlaceSchema, toPagedWorkAgain } from '../comments/change-source';
import { findListAge } from '../comments/find-new-age';
import { isBreak, LIST_ENDS } from '../comments/list-end';
import type { ListEnd } from '../comments/list-end';
import type { ItemOutcome, StepContext, StepResult } from '../job-kind';
import type { Served } from '../ports';
import { toListedItem } from './listed-note';
import type { ListedNote } from './listed-note';

/** Where the reading of a list of notes stands: a search, an author's notes, a topic's. */
export const noteListSchema = z.object({
  type: z.literal('list'),
  cursor: z.optional(z.string()),
  without: z.array(z.enum(PROVIDER_IDS)),
  provider: z.optional(z.enum(PROVIDER_IDS)),
  cursors: z.array(z.string()),
  pages: z.number(),
  patience: z.number(),
  /** When it was wanted anew: what was answered before is not what is asked for. */
  againAt: z.optional(z.number()),
  /** Notes taken from it, by id: as many as are wanted, at most. */
  found: z.array(z.string()),
  endedBy: z.optional(z.enum([...LIST_ENDS, 'most'])),
  left: z.optional(leftPlaceSchema),
});

export type NoteListWork = z.infer<typeof noteListSchema>;

export const FIRST_PAGE: NoteListWork = {
  type: 'list',
  without: [],
  cursors: [],
  pages: 0,
  patience: 0,
  found: [],
};

type Input = JobInput<'collect-notes'>;
type Reading = Pick<StepContext<Input, unknown>, 'ask' | 'terms' | 'input' | 'now'>;

/** The same list, taken again: one that broke off begins anew, and keeps what was found. */
export function toNoteListAgain(work: NoteListWork, state: JobItem['state'], at: number): NoteListWork {
  if (state !== 'short') return toPagedWorkAgain(work);
  return { ...FIRST_PAGE, againAt: at, found: work.found, patience: work.pages };
}

/**
 * One page of a list of notes: one call. It ends where comment lists do, and as soon as there are as many notes as are
 * wanted: what is beyond them on the page is not kept.
 */
export async function readNoteList(
  context: Reading,
  work: NoteListWork,
): Promise<StepResult<NoteListWork | ListedNote>> {
  const { input } = context;
  const { value, report, observation } = await askForPage(context, work);
  const known = new Set(work.found);
  const fresh = new Map<string, NoteSighting>();
  for (const note of value.notes) {
    if (!known.has(note.noteId) && work.found.length + fresh.size < input.most) fresh.set(note.noteId, note);
  }
  const notes = [...fresh.values()];
  const duplicates = value.notes.filter(({ noteId }) => known.has(noteId)).length;
  return {
    report,
    rows: { observation, notes },
    settle: () => ({
      ...settlePage(work, { value, report }, [...fresh.keys()], input.most),
      gain: { duplicates },
      next: input.details || input.comments ? notes.map((note) => toItem(note, input)) : [],
    }),
  };
}

const toItem = ({ noteId, token, fields }: NoteSighting, { details, comments, onlyNew }: Input) =>
  toListedItem(
    { noteId, xsecToken: token?.xsecToken, details, comments, onlyNew, isCounted: true },
    fields.title,
  );

type Page = Served<'author.notes'> | Served<'topic.notes'> | Served<'search.notes'>;

function askForPage(
  { ask, terms: given, input: { from }, now }: Reading,
  { cursor, without, againAt }: NoteListWork,
): Promise<Page> {
  const age = findListAge({ maxAgeMs: given.maxAgeMs, againAt }, now());
  const terms = { ...given, ...age, without };
  const at = omitUndefined({ cursor });
  if (from.kind === 'author') return ask('author.notes', { userId: from.userId, ...at }, terms);
  if (from.kind === 'topic') return ask('topic.notes', { ...from.input, ...at }, terms);
  if (from.kind === 'search') return ask('search.notes', { ...from.input, ...at }, terms);
  throw new Error('a list that is picked has no pages');
}

function settlePage(
  work: NoteListWork,
  { value, report }: Pick<Page, 'value' | 'report'>,
  fresh: readonly string[],
  most: number,
): ItemOutcome<NoteListWork> {
  const patience = fresh.length > 0 ? work.patience : work.patience - 1;
  const found = [...work.found, ...fresh];
  const endedBy = found.length >= most ? 'most' : findEnd(work, value, fresh.length, patience);
  const { provider } = report;
  const read = { ...work, provider, pages: work.pages + 1, patience: Math.max(0, patience), found };
  const { nextCursor: cursor } = value;
  if (endedBy !== undefined || cursor === undefined) {
    const ended: NoteListWork = { ...read, endedBy: endedBy ?? 'end' };
    // Searches repeat themselves where they are over, and hardly ever say that they are.
    const isBrokenOff = isBreak(endedBy) && endedBy !== 'nothing-new';
    return isBrokenOff
      ? { state: 'short', work: ended, event: 'broken-off' }
      : { state: 'done', work: ended };
  }
  return { state: 'open', work: { ...read, cursor, cursors: [...work.cursors, cursor] } };
}

function findEnd(
  { cursors }: NoteListWork,
  { nextCursor, brokenOff }: NotesRead,
  fresh: number,
  patience: number,
): ListEnd | undefined {
  if (nextCursor === undefined) return brokenOff ?? 'end';
  if (cursors.includes(nextCursor)) return 'repeated-cursor';
  return fresh > 0 || patience >= 0 ? undefined : 'nothing-new';
}
