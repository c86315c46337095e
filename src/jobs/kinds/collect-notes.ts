import * as z from 'zod/mini';
import { withoutKey } from '../../lib/without-key';
import type { JobInput } from '../../model/jobs/job-inputs';
import { changeSource } from '../comments/change-source';
import { closeCollection, listReadLists } from '../comments/close-collection';
import { commentWorkSchema, toCommentWorkAgain } from '../comments/comment-work';
import { readCommentPage } from '../comments/read-comment-page';
import { toPlainEnd } from '../engine/finish-job';
import type { FinishContext, JobEnd, NewItem, StepResult } from '../job-kind';
import { defineJobKind } from '../job-kind';
import { followLink } from '../notes/follow-link';
import { listedNoteSchema, pastedLinkSchema, toListedItem } from '../notes/listed-note';
import { goWithoutSecond, readListedNote } from '../notes/read-listed-note';
import { FIRST_PAGE, noteListSchema, readNoteList } from '../notes/read-note-list';

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
  step: async (context): Promise<StepResult<Work>> => {
    const { work } = context;
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
  again: (work, state) => (work.type === 'comments' ? toCommentWorkAgain(work, state) : work),
  finish,
});

function plan({ from, most, details, comments }: JobInput<'collect-notes'>): NewItem<Work>[] {
  if (from.kind !== 'listed') return [{ itemId: 'list', work: FIRST_PAGE }];
  const items = from.notes.flatMap(({ noteId, xsecToken, text }, index): NewItem<Work>[] => {
    if (noteId !== undefined) {
      return [toListedItem({ noteId, xsecToken, details, comments, isCounted: false })];
    }
    if (text === undefined) return [];
    return [{ itemId: `link/${index}`, label: text, work: { type: 'link', text, details, comments } }];
  });
  const byId = new Map(items.map((item) => [item.itemId, item]));
  return [...byId.values()].slice(0, most);
}

/** Counts the comments of each note, and says what it came to beside each. */
async function finish(context: FinishContext<JobInput<'collect-notes'>>): Promise<JobEnd> {
  const { job, readers } = context;
  let isComplete = true;
  for (const [noteId, lists] of await listReadLists(readers, job.jobId)) {
    isComplete = (await closeCollection(context, noteId, lists)) && isComplete;
  }
  const end = toPlainEnd(job);
  return end.state === 'done' && !isComplete ? { state: 'partial' } : end;
}
