import { toErrorReport } from '../../model/errors';
import type { ErrorCode } from '../../model/errors';
import { defineJobKind } from '../job-kind';
import type { StepResult } from '../job-kind';
import { closeLoading } from '../page/close-loading';
import { countStored } from '../page/count-stored';
import { loadInPage, toStop } from '../page/load-in-page';
import type { LoadContext } from '../page/load-in-page';
import { loadWorkSchema, toLoadWorkAgain, toPageWork } from '../page/page-work';
import type { LoadWork, ShortThread } from '../page/page-work';

/** Why the page is not touched now. Tried again by itself it would only be in the way: the user says when. */
const FOR_THE_USER: readonly ErrorCode[] = [
  'login-wanted',
  'note-forbidden',
  'note-left',
  'note-not-open',
  'note-removed',
  'note-under-review',
  'page-changed',
  'page-not-reached',
  'tab-gone',
  'tab-hidden',
  'token-refused',
];

/**
 * The comments of a note, loaded by its own page before the user's eyes. The page does the work at a reader's pace and
 * goes on whatever happens to the background; what it loads is stored as everything is that pages show. This job is the
 * record of it: it begins the page, hears how far it is, and says what it came to. It touches a page only between start
 * or resume and the next stop.
 */
export const loadComments = defineJobKind({
  name: 'load-comments',
  workSchema: loadWorkSchema,
  sideBySide: 1,
  places: 'pages',
  stopsAtOnce: true,
  plan: (input) => [{ itemId: input.noteId, noteId: input.noteId, work: toPageWork(input) }],
  step: (context) => {
    const { work } = context;
    return work.type === 'page' ? loadInPage(context, work) : countThread(context, work);
  },
  recover: (_context, error) =>
    FOR_THE_USER.includes(error.code) ? toStop(toErrorReport(error)) : undefined,
  resumed: toLoadWorkAgain,
  again: toLoadWorkAgain,
  leave: async (work, { reach }) => {
    if (work.type === 'page') await reach.loading.stop(work.noteId);
  },
  finish: closeLoading,
});

/** A thread that the page left short, by what is stored of it now. */
async function countThread(
  { readers, input }: LoadContext,
  work: ShortThread,
): Promise<StepResult<LoadWork>> {
  if (!work.isOutdated) return { settle: () => ({ state: 'short', work }) };
  const { short } = await countStored(readers, input.noteId);
  const still = short.find(({ rootCommentId }) => rootCommentId === work.rootCommentId);
  if (!still) return { settle: () => ({ state: 'done', work: { ...work, got: work.expected } }) };
  return { settle: () => ({ state: 'short', work: { ...work, ...still, isOutdated: false } }) };
}
