import { withoutKey } from '../../lib/without-key';
import { findNoteGaps } from '../../model/enrich/note-gaps';
import { AppError } from '../../model/errors';
import { NO_PROGRESS } from '../../model/jobs/job-progress';
import { mergeNote } from '../../model/merge/merge-note';
import { toCommentItemId, toCommentWork } from '../comments/comment-work';
import type { CommentWork } from '../comments/comment-work';
import { toPageResult } from '../comments/read-comment-page';
import type { StepContext, StepResult } from '../job-kind';
import { toListedItem } from './listed-note';
import type { ListedNote, PastedLink } from './listed-note';

type Reading = Pick<StepContext<unknown, unknown>, 'ask' | 'terms' | 'reach' | 'item'>;
type Result = StepResult<PastedLink | ListedNote | CommentWork>;

/**
 * What is wanted of the note behind a short link, asked for by the link itself: one call, and which note it is comes with
 * it. `undefined` where nothing can be asked so: nobody is there who takes a link, or nothing is wanted.
 */
export async function readBehindLink(
  context: Reading,
  work: PastedLink,
  url: string,
): Promise<Result | undefined> {
  if (work.looksUp || !(work.details || work.comments)) return undefined;
  try {
    return work.details ? await readDetails(context, work, url) : await readComments(context, work, url);
  } catch (thrown) {
    if (thrown instanceof AppError && thrown.code === 'no-provider') return undefined;
    throw thrown;
  }
}

/** The note's details; a second source, where one is wanted, and its comments are asked for by its id. */
async function readDetails(
  { ask, terms, reach }: Reading,
  { text: pasted, comments, onlyNew }: PastedLink,
  url: string,
): Promise<Result> {
  const { value, report, observation } = await ask('note.detail', { shareText: url }, terms);
  const { noteId, token } = value.note;
  const note = mergeNote(await reach.findNote(noteId), value.note, observation);
  const details = findNoteGaps(note).length > 0 && (await reach.fillsFromNext());
  const told = [report.provider];
  const wanted = { details, comments, onlyNew };
  const listed = { noteId, xsecToken: token?.xsecToken, ...wanted, pasted, isCounted: true, told };
  return {
    report,
    rows: { observation, notes: [value.note] },
    settle: () => ({
      state: 'open',
      becomes: toListedItem(listed, note.title),
      repeated: { rows: 0, duplicates: 1, sources: {} },
    }),
  };
}

/** The first page of its comments. A page without rows does not say of which note it is: that is looked up then. */
async function readComments({ ask, terms, item }: Reading, work: PastedLink, url: string): Promise<Result> {
  const { onlyNew = false } = work;
  const order = onlyNew ? { sort: 'latest' as const } : {};
  const served = await ask('note.comments', { shareText: url, ...order }, terms);
  const { noteId } = served.value;
  if (noteId === undefined) {
    return { report: served.report, settle: () => ({ state: 'open', work: { ...work, looksUp: true } }) };
  }
  const first = { ...toCommentWork({ noteId, untilKnown: onlyNew, ...order }), tally: NO_PROGRESS };
  const page = toPageResult(first, served, item);
  return {
    ...page,
    settle: (stored) => {
      const outcome = page.settle(stored);
      const list = { itemId: toCommentItemId(noteId), noteId, work: outcome.work ?? first };
      return { ...withoutKey(outcome, 'gain'), becomes: list };
    },
  };
}
