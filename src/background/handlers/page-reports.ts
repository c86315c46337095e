import type { Handlers } from '../../messaging/contract';
import type { PageReport } from '../../messaging/content-to-background/types';
import type { contentToBackground } from '../../messaging/content-to-background/schemas';
import type { TabPage } from '../../model/page-state';
import { mayStore } from '../../model/settings';
import { mayKeep, storeSeen } from '../gate';
import { noteStanding } from '../accounts/standing/note-standing';
import { endLoading } from '../loading/stop-loading';
import { obeySign, tellAllPages } from '../pages/raise-sign';
import { getTab, toOwnUrl } from '../pages/caller-tab';
import { lookAtPage } from '../pages/look-at-page';
import { isOutdated, toTabPage } from '../pages/to-tab-page';
import { autoEnrich } from '../providers/auto-enrich';
import { doAside } from '../problems/do-aside';
import type { Services } from '../services';
import { findViewerInState } from '../sightings/find-viewer-in-state';
import { takeFirstState } from '../sightings/take-first-state';
import { takeListState } from '../sightings/take-list-state';
import { takeLiveState } from '../sightings/take-live-state';
import { takeRefusal } from '../sightings/take-refusal';

type PageHandlers = Pick<Handlers<typeof contentToBackground>, 'page.report' | 'state.changed'>;

/**
 * What a page says of itself. Before consent nothing of it is looked at; while paused the tab's page is known to the
 * worker, and nothing is stored.
 */
export function createPageReportHandlers(services: Services): PageHandlers {
  return {
    'page.report': async (input, caller) => {
      const settings = await services.settings();
      if (settings.consent === undefined) return { capture: false };
      const tab = getTab(caller);
      const at = Math.min(input.at, services.now());
      const report: PageReport = { ...input, ...findViewer(input), url: toOwnUrl(input.url, caller), at };
      let before: TabPage | undefined;
      let isLate = false;
      const page = await services.tracker.update(tab.tabId, (known) => {
        before = known;
        isLate = isOutdated(known, at, services.now());
        return isLate ? undefined : toTabPage(known, report, tab);
      });
      if (page && !isLate) doAside(services, noteStanding(services, page));
      if (!page || !mayStore(settings)) return { capture: false };
      // Late, but of the same place: the state it may bring is that of the page in front.
      if (isLate && page.url !== report.url) return { capture: true };
      // First the sign: a page that was sent to the verification has not simply moved on.
      if (page.stopSign) await obeySign(services, tab.tabId, page.stopSign);
      // The inline state comes once a document: a new document loads no comments yet.
      if (report.initialState !== undefined)
        await endLoading(services, tab.tabId, { stoppedBy: 'note-left' });
      if (page.stopSign?.class === 'all' && before?.stopSign?.class !== 'all') await tellAllPages(services);
      await takeListState(services, settings, { page, text: report.initialState, at });
      if (settings.capture.notes) await storeReport(services, { page, before, report });
      // Not waited for: it brings another report, and the page waits for this one's answer.
      if (report.wantsLook) doAside(services, lookAtPage(services, tab.tabId), 'page');
      return { capture: true };
    },
    'state.changed': async (_input, caller) => {
      const page = await services.tracker.find(getTab(caller).tabId);
      if (page) await takeLiveState(services, page);
      return {};
    },
  };
}

interface ReportedChange {
  readonly page: TabPage;
  readonly before: TabPage | undefined;
  readonly report: PageReport;
}

/** Stores what the report says of the note in front, and reads its state where the report brought none. */
async function storeReport(services: Services, change: ReportedChange): Promise<void> {
  const { page, before, report } = change;
  const first = await takeFirstState(services, { page, text: report.initialState, at: report.at });
  if (!page.note) return;
  const { noteId, xsecToken, xsecSource } = page.note;
  if (page.stopSign?.class === 'note') {
    const { sign, code } = page.stopSign;
    await takeRefusal(services, {
      noteId,
      sign,
      code,
      xsecToken,
      xsecSource,
      via: 'url',
      at: report.at,
    });
    return;
  }
  if (page.ref?.kind !== 'note' && page.note.shownAs === 'page') return;
  await storePlace(services, page, report);
  const isNew = before?.note?.noteId !== noteId || before.url !== page.url;
  if (!first.hasNote && (isNew || !(await isRead(services, noteId)))) await takeLiveState(services, page);
  // Not waited for: a provider may take a minute.
  doAside(services, autoEnrich(services, noteId));
}

/** Keeps the token of the address, why the list of comments ends, and which of them are pinned. */
async function storePlace(services: Services, page: TabPage, report: PageReport): Promise<void> {
  if (!page.note) return;
  const { noteId, xsecToken, xsecSource } = page.note;
  const host = page.ref && 'host' in page.ref ? { host: page.ref.host } : {};
  const token =
    xsecToken === undefined
      ? {}
      : { token: { xsecToken, ...(xsecSource === undefined ? {} : { xsecSource }) } };
  let isListChanged = false;
  const isKept = await storeSeen(services, async (stores, settings) => {
    if (!mayKeep(settings, 'notes')) return false;
    const seen = { noteId, fields: host, counts: {}, ...token };
    await stores.notes.merge(seen, { source: 'page', via: 'url', at: report.at });
    const { pinnedCommentIds = [], listedCommentIds = [] } = report;
    isListChanged = (await stores.comments.markPinned(noteId, pinnedCommentIds, listedCommentIds)) > 0;
    if (report.commentsEnd === undefined) return true;
    // "None" is a list that has ended before it began.
    const endedBy = report.commentsEnd === 'none' ? 'end-marker' : report.commentsEnd;
    const known = await stores.commentLists.find(noteId);
    if (known?.endedBy === endedBy) return true;
    isListChanged = true;
    await stores.commentLists.end(noteId, endedBy, report.at);
    return true;
  });
  if (!isKept) return;
  await services.emit('note.changed', { noteId });
  if (isListChanged) await services.emit('comments.changed', { noteId, added: 0 });
}

/** Whether the note itself was read at some time, not only a card of it or its token. */
async function isRead(services: Services, noteId: string): Promise<boolean> {
  const note = await services.connection.read((database) => database.get('notes', noteId));
  return note?.text !== undefined || note?.publishedAt !== undefined;
}

/** Who looks: as the DOM says where it was asked, else as the inline state does. */
function findViewer(report: PageReport): Pick<PageReport, 'loggedIn' | 'viewerId'> {
  const { loggedIn, viewerId, initialState } = report;
  if (loggedIn !== undefined || initialState === undefined) return { loggedIn, viewerId };
  const viewer = findViewerInState(initialState);
  return { loggedIn: viewer.loggedIn, viewerId: viewerId ?? viewer.userId };
}
