import { omitUndefined } from '../../lib/omit-undefined';
import { withoutKey } from '../../lib/without-key';
import type { ErrorCode, ErrorReport } from '../../model/errors';
import type { JobInput } from '../../model/jobs/job-inputs';
import type { ItemOutcome, StepContext, StepResult } from '../job-kind';
import type { LoadingNews } from '../kind-reach';
import { countStored } from './count-stored';
import type { StoredCount } from './count-stored';
import { toShortThreads } from './page-work';
import type { LoadWork, PageWork } from './page-work';

export type LoadContext = StepContext<JobInput<'load-comments'>, LoadWork>;

/** After these the note is not there any more: nobody can go on. */
const FINAL: readonly ErrorCode[] = ['note-removed'];

/**
 * Takes the loading one step of the page further: has it begun where it was not yet, else waits for what the page tells.
 * The page keeps its own pace; whatever happens to the background meanwhile, it is taken up again by tab and loading.
 */
export async function loadInPage(context: LoadContext, work: PageWork): Promise<StepResult<LoadWork>> {
  const { reach, input, terms } = context;
  const { noteId } = input;
  if (work.loadId === undefined) {
    const expected = (await reach.findNote(noteId))?.counts.comments?.value;
    const { tabId, loadId } = await reach.loading.begin({ noteId, tabId: work.tabId }, terms.signal);
    const begun: PageWork = { ...work, tabId, loadId, steps: 0, expanded: 0 };
    return {
      settle: () => ({ state: 'open', work: begun, gain: omitUndefined({ expectedRows: expected }) }),
    };
  }
  const loading = { tabId: work.tabId, loadId: work.loadId };
  const news = await reach.loading.wait(loading, work, terms.signal);
  const heard = hear(work, news);
  const { over } = news;
  if (over === undefined) return { settle: () => heard };
  if (over === 'end' || over.code === 'page-stalled') {
    await reach.loading.stored(noteId, news.shown ?? 0, terms.signal);
    const stored = await countStored(context.readers, noteId);
    return { settle: () => ({ ...heard, ...toEnd(noteId, heard.work, over, stored) }) };
  }
  return { settle: () => ({ ...heard, ...toStop(over) }) };
}

/** What a loading that cannot be begun or has stopped before its end comes to; all but what is final waits for the user. */
export function toStop(error: ErrorReport): ItemOutcome<LoadWork> {
  if (FINAL.includes(error.code)) return { state: 'failed', error, event: 'item-failed' };
  return { state: 'open', pause: error.code === 'cancelled' ? {} : { error } };
}

/** What the page said that is new: comments are counted once, however often the page is loaded anew. */
function hear(work: PageWork, news: LoadingNews): ItemOutcome<LoadWork> & { readonly work: PageWork } {
  const { steps = work.steps, shown = work.shown, expanded = work.expanded } = news;
  const rows = Math.max(0, shown - work.shown);
  return {
    state: 'open',
    work: { ...work, steps, expanded, shown: Math.max(work.shown, shown) },
    gain: {
      ...(rows > 0 ? { rows, sources: { page: rows } } : {}),
      expansions: Math.max(0, expanded - work.expanded),
    },
  };
}

function toEnd(
  noteId: string,
  work: PageWork,
  over: 'end' | ErrorReport,
  { short }: StoredCount,
): Pick<ItemOutcome<LoadWork>, 'state' | 'work' | 'next' | 'error' | 'event'> {
  const next = toShortThreads(noteId, short);
  const ended = withoutKey(work, 'loadId');
  if (over !== 'end')
    return {
      state: 'short',
      work: { ...ended, endedBy: 'stalled' },
      next,
      error: over,
      event: 'item-failed',
    };
  return { state: next.length > 0 ? 'short' : 'done', work: { ...ended, endedBy: 'end' }, next };
}
