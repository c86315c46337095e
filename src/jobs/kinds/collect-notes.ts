import * as z from 'zod/mini';
import { withoutKey } from '../../lib/without-key';
import type { JobInput } from '../../model/jobs/job-inputs';
import { changeSource } from '../comments/change-source';
import { closeCollection, listReadLists } from '../comments/close-collection';
import { commentWorkSchema, toCommentWorkAgain } from '../comments/comment-work';
import { readCommentPage } from '../comments/read-comment-page';
import { findNewAge } from '../comments/find-new-age';
import { toPlainEnd } from '../engine/finish-job';
import type { FinishContext, JobEnd, NewItem, StepContext, StepResult } from '../job-kind';
import { defineJobKind } from '../job-kind';
import { followLink } from '../notes/follow-link';
import { listedNoteSchema, pastedLinkSchema, toListedItem } from '../notes/listed-note';
import { goWithoutSecond, readListedNote } from '../notes/read-listed-note';
import { FIRST_PAGE, noteListSchema, readNoteList, toNoteListAgain } from '../notes/read-note-list';

const workSchema = z.discriminatedUnion('type', [
  noteListSchema,
  pastedLinkSchema,
  listedNoteSchema,
  commentWorkSchema,
]);

type Work = z.infer<typeof workSchema>;

/**
 * Many notes: those of a list that is read page by page, or of lines that were pasted; each with its details, and with
 * all its comments, where that is wanted. Every note is an item of its own, so one that is gone is named, and the rest
 * goes on.
 */
export const collectNotes = defineJobKind({
  name: 'collect-notes',
  workSchema,
  sideBySide: 8,
  plan,
  step: async (given): Promise<StepResult<Work>> => {
    const { work } = given;
    const context = given.input.onlyNew === true ? askAnew(given) : given;
    if (work.type === 'list') return readNoteList(context, work);
    if (work.type === 'link') return followLink(context, work);
    if (work.type === 'listed-note') return readListedNote(context, work);
    const page = await readCommentPage(context, work);
    // What one note's source says there is, is not what all of them have.
    return { ...page, settle: (stored) => withoutKey(page.settle(stored), 'gain') };
  },
  recover: ({ work, item }, error) => {
    if (work.type === 'listed-note') return goWithoutSecond(work, error, item.label);
    return work.type === 'list' || work.type === 'comments'
      ? changeSource<Work & typeof work>(work, item, error)
      : undefined;
  },
  again: (work, state, at) => {
    if (work.type === 'comments') return toCommentWorkAgain(work, state, at);
    return work.type === 'list' ? toNoteListAgain(work, state, at) : work;
  },
  finish,
});

/** What is new is what is true now: nothing that was answered before the job began. */
function askAnew<Context extends StepContext<unknown, unknown>>(context: Context): Context {
  return { ...context, terms: { ...context.terms, maxAgeMs: findNewAge(context) } };
}

function plan({ from, most, details, comments, onlyNew }: JobInput<'collect-notes'>): NewItem<Work>[] {
  if (from.kind !== 'listed') return [{ itemId: 'list', work: FIRST_PAGE }];
  const items = from.notes.flatMap(({ noteId, xsecToken, text }, index): NewItem<Work>[] => {
    if (noteId !== undefined) {
      return [toListedItem({ noteId, xsecToken, details, comments, onlyNew, isCounted: false })];
    }
    if (text === undefined) return [];
    return [
      { itemId: `link/${index}`, label: text, work: { type: 'link', text, details, comments, onlyNew } },
    ];
  });
  const byId = new Map(items.map((item) => [item.itemId, item]));
  return [...byId.values()].slice(0, most);
}

/** Counts the comments of each note, and says what it came to beside each. */
async function finish(context: FinishContext<JobInput<'collect-notes'>>): Promise<JobEnd> {
  const { job, readers, input } = context;
  let isComplete = true;
  // What was read until known rows says nothing of the others.
  const lists = input.onlyNew === true ? [] : await listReadLists(readers, job.jobId);
  for (const [noteId, own] of lists) {
    isComplete = (await closeCollection(context, noteId, own)) && isComplete;
  }
  const end = toPlainEnd(job);
  return end.state === 'done' && !isComplete ? { state: 'partial' } : end;
}
