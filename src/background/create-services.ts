import { emit } from '../messaging/events';
import { findDiskRoom } from '../platform/disk-room';
import { isStorageKept } from '../platform/kept-storage';
import { createAccessReader, hasAccess } from '../platform/permissions';
import { dropAlarm, setAlarm } from '../platform/worker/alarms';
import { keepAwake } from '../platform/worker/keep-awake';
import { withLock } from '../platform/worker/lock';
import { injectScript, runInPage } from '../platform/scripting';
import { showBadge } from '../platform/surfaces/action-badge';
import { sendNotice } from '../platform/surfaces/notifications';
import { closeTab, findTab, findTabsByUrl, openWindow, renewTab } from '../platform/tabs';
import { readLiveNote } from '../site/live-state';
import { PROVIDER_SERIES } from '../providers/registry';
import { SITE_PATTERNS } from '../site/site-patterns.catalog';
import { createConnection } from '../storage/database';
import { createDiskGuard } from '../storage/disk/disk-guard';
import { diskMark } from '../storage/disk/disk-mark';
import { renewLog } from '../storage/disk/renew-log';
import { countComments } from '../storage/readers/count-comments';
import { DATABASE_NAME } from '../storage/schema';
import { loadingStates } from '../storage/session';
import { createSettingsReader } from '../storage/settings';
import { createMarkBook } from './exports/marks/create-mark-book';
import { removeBackupFile } from '../workers/library/backup/backup-files';
import { startExports } from './exports/start-exports';
import type { ExportSubject } from './exports/exports-ports';
import { askPage } from './pages/ask-page';
import { createTabTracker } from './pages/tab-tracker';
import { createProviderServices } from './providers/create-provider-services';
import { realClock } from './providers/real-clock';
import { createLoginPorts } from './accounts/create-login-ports';
import { closeOpenCollections } from './jobs/collected/close-open-collections';
import { listAwaitedFiles } from './jobs/files/list-awaited-files';
import { createJobServices } from './jobs/create-job-services';
import type { JobOutside } from './jobs/create-job-services';
import { createProblems } from './problems/create-problems';
import type { Services } from './services';
import { tellFailedExport } from './toolbar/tell-failed-export';
import { refreshBadge } from './toolbar/refresh-badge';

/** As much of a note's live state as is taken: thousands of comments; see `site/live-state`. */
const MAX_LIVE_STATE = 16_000_000;
/** The content script's file; the manifest names the same (see `manifest.ts`). */
const CONTENT_SCRIPT = '/page.js';
/** What looks at the DOM and answers calls is a script of its own: a page gets it when it is first asked something. */
const LOOKING_SCRIPT = '/looking.js';
/** So is "Load comments for me". */
const LOADING_SCRIPT = '/loading.js';
/** And what acts in the user's name. */
const ACTING_SCRIPT = '/acting.js';

/** The services of the real background. Attaches what exports listen to, so it must run in the worker's first turn. */
export function createServices(): Services {
  const guard = createDiskGuard({ findRoom: findDiskRoom, mark: diskMark, renewLog });
  const connection = createConnection(DATABASE_NAME, guard);
  const settings = createSettingsReader();
  const badge = { connection, settings, showBadge };
  const problems = createProblems({ settings, now: () => Date.now() });
  const own: Omit<Services, 'jobs'> = {
    connection,
    tracker: createTabTracker({
      settings,
      onChanged: async (page) => {
        await emit('page.changed', { tabId: page.tabId });
        await refreshBadge(badge, page);
      },
    }),
    exports: startExports({
      findSubject: (noteId) => findSubject(own, noteId),
      closeOpenCollections: (noteIds) => closeOpenCollections(own, { noteIds }),
      marks: createMarkBook(connection),
      listAwaited: () => listAwaitedFiles(connection),
      onFailed: (state) => tellFailedExport(own, state),
      problems,
    }),
    problems,
    providers: createProviderServices(
      { connection, settings, emit, problems },
      { ...providerOutside, hasAccess: createAccessReader() },
    ),
    now: () => Date.now(),
    settings,
    emit,
    askPage,
    readLive: (tabId, noteId) => runInPage(tabId, readLiveNote, [noteId, MAX_LIVE_STATE]),
    findTab,
    findSiteTabs: () => findTabsByUrl(SITE_PATTERNS),
    injectContent: async (tabId, name) => {
      await injectScript(tabId, CONTENT_SCRIPT);
      await injectScript(tabId, LOOKING_SCRIPT);
      if (name.startsWith('loading.')) await injectScript(tabId, LOADING_SCRIPT);
      if (name.startsWith('action.')) await injectScript(tabId, ACTING_SCRIPT);
    },
    showBadge,
    sendNotice,
    windows: { open: openWindow, close: closeTab, renew: renewTab },
    logins: createLoginPorts(),
    dropBackupFile: removeBackupFile,
    measureDisk,
  };
  return { ...own, jobs: createJobServices(own, jobOutside) };
}

/** The alarm that goes on with jobs. */
export const JOBS_ALARM = 'jobs';

const jobOutside: JobOutside = {
  random: () => Math.random(),
  keepAwake,
  later: (ms, task) => {
    const timer = setTimeout(task, ms);
    return () => clearTimeout(timer);
  },
  lock: (task) => withLock(JOBS_ALARM, task),
  wakeAt: async (at) => {
    if (at === undefined) return dropAlarm(JOBS_ALARM);
    await setAlarm(JOBS_ALARM, at);
  },
};

const providerOutside = {
  series: PROVIDER_SERIES,
  // Called bare: `fetch` wants no other `this`.
  fetch: (url: string, init: RequestInit) => fetch(url, init),
  clock: realClock,
  keepAwake,
};

/** Whether the browser lets us on both hosts of the site. */
export const hasSiteAccess = (): Promise<boolean> => hasAccess(SITE_PATTERNS);

async function findSubject(services: Pick<Services, 'connection'>, noteId: string): Promise<ExportSubject> {
  const [note, comments] = await services.connection.read((database) =>
    Promise.all([database.get('notes', noteId), countComments(database, noteId)]),
  );
  const loading = (await loadingStates.list()).filter((state) => state.noteId === noteId);
  const last = loading.sort((a, b) => b.updatedAt - a.updatedAt)[0];
  return { isKnown: note !== undefined || comments > 0, comments, stoppedBy: last?.stoppedBy };
}

async function measureDisk(): Promise<{ usedBytes: number | null; persisted: boolean }> {
  const [{ usage }, persisted] = await Promise.all([navigator.storage.estimate(), isStorageKept()]);
  return { usedBytes: usage ?? null, persisted };
}
