import type { KindReach, LoadingNews, PageLoading } from '../../jobs/kind-reach';
import { AppError, toErrorReport } from '../../model/errors';
import type { ErrorCode } from '../../model/errors';
import type { LoadingState } from '../../model/page-state';
import { countComments } from '../../storage/readers/count-comments';
import { loadingStates } from '../../storage/session';
import { demandStoring } from '../gate';
import type { JobOutside } from '../jobs/create-job-services';
import { reachPage } from '../pages/reach-page';
import type { Services } from '../services';
import { findFrontTab } from './find-front-tab';
import { loadingNews, storedNews } from './loading-news';
import { patiently } from './patiently';
import { stopLoading } from './stop-loading';
import { toStopError } from './to-stop-error';

/** A step of a job ends within a slice, whatever the page does. */
const WAIT_MS = 20_000;
/** A page that loads comments reports more often than this: 7 s for an answer and 12 s of rest at the slowest pace. */
const SILENT_MS = 30_000;
/** What the page shows is stored in less, or was not read. */
const STORED_MS = 5_000;

type Own = Pick<
  Services,
  'askPage' | 'injectContent' | 'tracker' | 'findTab' | 'settings' | 'now' | 'connection'
>;

/** "Load comments for me" in the pages of the site, as its job asks for it. */
export function reachLoading(services: Own, later: JobOutside['later']): KindReach['loading'] {
  return {
    begin: (wanted, signal) => beginLoading(services, wanted, signal),
    wait: (loading, known, signal) =>
      patiently(
        { later, ms: WAIT_MS, signal },
        { news: loadingNews, key: String(loading.tabId) },
        async (isLate) =>
          (await hear(services, loading, known)) ?? (isLate ? ask(services, loading) : undefined),
      ),
    stop: (noteId) => stopLoading(services, { stoppedBy: 'user' }, { noteId }),
    stored: async (noteId, least, signal) => {
      await patiently({ later, ms: STORED_MS, signal }, { news: storedNews, key: noteId }, async (isLate) => {
        const count = await services.connection.read((database) => countComments(database, noteId));
        return isLate || count >= least ? count : undefined;
      });
    },
  };
}

async function beginLoading(
  services: Own,
  { noteId, tabId: wanted }: { readonly noteId: string; readonly tabId: number },
  signal: AbortSignal,
): Promise<PageLoading> {
  const settings = await services.settings();
  const tabId = await findFrontTab(services, noteId, { tabId: wanted });
  const known = await loadingStates.find(tabId);
  // Begun by a life of the background that did not live to write it down: what runs goes on.
  if (known?.running && known.noteId === noteId && (await tellAgain(services, known)))
    return { tabId, loadId: known.loadId };
  const { minPauseMs, maxPauseMs, maxSteps } = settings.loading;
  const loadId = crypto.randomUUID();
  signal.throwIfAborted();
  // Written first: the page's first report may come before its answer.
  const nothing = { steps: 0, shown: 0, expanded: 0 };
  await loadingStates.put(tabId, {
    loadId,
    tabId,
    noteId,
    running: true,
    ...nothing,
    updatedAt: services.now(),
  });
  try {
    const order = { loadId, noteId, minPauseMs, maxPauseMs, maxSteps };
    await reachPage(services, tabId, 'loading.start', order);
    // A busy page takes its time to answer: meanwhile the user may have stopped it, or keep nothing any more.
    signal.throwIfAborted();
    demandStoring(await services.settings());
  } catch (thrown) {
    await stopLoading(services, { stoppedBy: 'user' }, { tabId });
    throw thrown;
  }
  return { tabId, loadId };
}

/** What is new to whom so much is known; `undefined`: nothing. */
async function hear(
  services: Own,
  { tabId, loadId }: PageLoading,
  known: Pick<LoadingState, 'steps' | 'shown'>,
): Promise<LoadingNews | undefined> {
  const state = await loadingStates.find(tabId);
  if (state?.loadId !== loadId) return toLost(services, tabId);
  if (!state.running) return { ...toCounts(state), over: toStopError(state) };
  return state.steps > known.steps || state.shown > known.shown ? toCounts(state) : undefined;
}

/** Whether a page that has said nothing for long is still there; its answer comes as its next report. */
async function ask(services: Own, { tabId, loadId }: PageLoading): Promise<LoadingNews> {
  const state = await loadingStates.find(tabId);
  if (state?.loadId !== loadId) return toLost(services, tabId);
  if (services.now() - state.updatedAt < SILENT_MS) return toCounts(state);
  if (!(await services.findTab(tabId))) return toOver('tab-gone');
  return (await tellAgain(services, state)) ? toCounts(state) : toOver('page-not-reached');
}

/** Has the page report once more; `false`: it cannot be reached. */
async function tellAgain(
  { askPage }: Own,
  { tabId, loadId, noteId }: Pick<LoadingState, 'tabId' | 'loadId' | 'noteId'>,
): Promise<boolean> {
  try {
    await askPage(tabId, 'loading.tell', { loadId, noteId });
    return true;
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'page-not-reached') throw thrown;
    return false;
  }
}

/** What was known of the tab is gone: it was closed, or the browser or the extension was started anew. */
const toLost = async ({ findTab }: Own, tabId: number): Promise<LoadingNews> =>
  toOver((await findTab(tabId)) ? 'note-left' : 'tab-gone');

const toOver = (code: ErrorCode): LoadingNews => ({ over: toErrorReport(new AppError(code)) });

const toCounts = ({ steps, shown, expanded }: LoadingState): LoadingNews => ({ steps, shown, expanded });
