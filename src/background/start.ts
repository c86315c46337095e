import { contentToBackground } from '../messaging/content-to-background/schemas';
import { guardOwnPages, guardSiteTabs } from '../messaging/guards';
import { serve } from '../messaging/serve';
import { uiToBackground } from '../messaging/ui-to-background/schemas';
import { onAlarm } from '../platform/worker/alarms';
import { onContainerRemoved } from '../platform/logins/containers';
import { onAccessGiven, onAccessTaken } from '../platform/permissions';
import { onBrowserStarted, onInstalled, toExtensionUrl } from '../platform/runtime';
import { onUncaught } from '../platform/uncaught';
import { onCommand } from '../platform/surfaces/commands';
import { onMenuChosen } from '../platform/surfaces/context-menus';
import { onNoticeClicked } from '../platform/surfaces/notifications';
import { openSidePanel } from '../platform/surfaces/side-panel';
import { onTabClosed, openTab } from '../platform/tabs';
import { leaveAccountTab, sweepAccountTabs } from './accounts/account-tabs';
import { findRooms } from './accounts/rooms/find-rooms';
import { leaveAddingTab } from './accounts/rooms/leave-adding-tab';
import { boot, RETENTION_ALARM } from './boot';
import { createServices, hasSiteAccess, JOBS_ALARM } from './create-services';
import { applyRetention } from './forget/apply-retention';
import { emptyTrash, TRASH_ALARM } from './forget/trash';
import { createContentHandlers, createUiHandlers } from './handlers/create-handlers';
import { resumeStopped } from './jobs/resume-stopped';
import { leaveTab } from './pages/leave-tab';
import { tellPages } from './pages/tell-pages';
import { doAside } from './problems/do-aside';
import type { Services } from './services';
import { exportFrontNote, exportLinkedNote } from './toolbar/export-note';
import { findNoticeJob } from './toolbar/notify-job-end';
import { createMenus, MENU } from './toolbar/menus';

/**
 * Starts the background. Every listener is attached before this returns: a worker that was woken by an event gets that
 * event only if it listens in its first turn.
 */
export function startBackground(services: Services = createServices()): void {
  const handlers = createUiHandlers(services, {
    hasAccess: hasSiteAccess,
    createMenus: () => createMenus(services),
  });
  // An error that a handler answers is kept where it is worth a report; so is what nothing caught.
  const note = (thrown: unknown, where = 'background') => void services.problems.record(thrown, where);
  onUncaught(note);
  serve({ to: 'background', contract: uiToBackground, handlers, guard: guardOwnPages, onFailed: note });
  serve({
    to: 'background-from-content',
    contract: contentToBackground,
    handlers: createContentHandlers(services),
    guard: guardSiteTabs,
    onFailed: note,
  });
  listenToBrowser(services);
  listenToGestures(services);
  doAside(services, boot(services));
}

function listenToBrowser(services: Services): void {
  onInstalled((reason) => {
    doAside(services, createMenus(services));
    if (reason === 'browser') return;
    doAside(services, tellPages(services));
    if (reason === 'install') doAside(services, openWelcome(services));
  });
  onBrowserStarted(() => {
    doAside(services, createMenus(services));
    // No page of ours is open yet: whoever wrote it is gone.
    doAside(services, services.dropBackupFile());
  });
  // The page that asked may be gone by then: a popup closes when the browser shows its question.
  onAccessGiven(() => {
    doAside(services, tellPages(services));
    doAside(services, services.emit('providers.changed', {}));
    doAside(services, resumeStopped(services, 'provider-access-withheld'));
    doAside(services, findRooms(services).resumeAdding(services));
  });
  onAccessTaken(() => {
    doAside(services, services.emit('providers.changed', {}));
    // Without it a rule does nothing any more.
    doAside(services, sweepAccountTabs(services));
  });
  onAlarm((name) => {
    if (name === RETENTION_ALARM) doAside(services, applyRetention(services));
    if (name === TRASH_ALARM) doAside(services, emptyTrash(services));
    // Whatever woke this life: its boot goes on with jobs, too.
    if (name === JOBS_ALARM) doAside(services, services.jobs.wake());
  });
  // Pages that list accounts read them again.
  onContainerRemoved(() => doAside(services, services.emit('accounts.changed', {})));
  onTabClosed((tabId) => {
    doAside(services, leaveTab(services, tabId));
    doAside(services, leaveAddingTab(services, tabId));
    doAside(services, leaveAccountTab(services, tabId));
  });
}

function listenToGestures(services: Services): void {
  onMenuChosen(({ id, linkUrl, tab }) => {
    // The panel opens in the gesture only: nothing is awaited before it.
    if (id === MENU.openPanel && tab) doAside(services, openSidePanel(tab.windowId));
    else if (id === MENU.exportNote && tab) doAside(services, exportFrontNote(services, tab.tabId));
    else if (id === MENU.exportLink && linkUrl !== undefined)
      doAside(services, exportLinkedNote(services, tab?.tabId, linkUrl));
  });
  onNoticeClicked((id) => {
    const jobId = findNoticeJob(id);
    if (jobId !== undefined) doAside(services, openTab(toExtensionUrl(`/library.html#jobs/${jobId}`)));
  });
  onCommand((name, tab) => {
    if (!tab) return;
    if (name === 'open-panel') doAside(services, openSidePanel(tab.windowId));
    else if (name === 'export-csv') doAside(services, exportFrontNote(services, tab.tabId));
  });
}

/** Shown once: where the answer is known (a profile that was carried over), nobody is asked again. */
async function openWelcome(services: Services): Promise<void> {
  if ((await services.settings()).consent === undefined) await openTab(toExtensionUrl('/welcome.html'));
}
