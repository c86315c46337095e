import type { PageReport } from '../../messaging/content-to-background/types';
import type { NoteRef, PageRef } from '../../model/page-ref';
import type { TabPage } from '../../model/page-state';
import { parsePageRef } from '../../site/routes';
import { findStopSign } from '../../site/stop-signs';
import type { CallerTab } from './caller-tab';

type ReportedPage = Pick<
  PageReport,
  'url' | 'loggedIn' | 'viewerId' | 'overlayNoteId' | 'refusal' | 'captcha' | 'initialState' | 'at'
>;

const NOTE_ID = /^[0-9a-f]{24}$/;

/**
 * What a tab shows, from what its page reported. The address decides which note is in front; the overlay's own mark
 * only where the address names none, since an overlay that closes stays in the page for a moment.
 */
export function toTabPage(before: TabPage | undefined, report: ReportedPage, tab: CallerTab): TabPage {
  const ref = parsePageRef(report.url);
  const found = findNoteInFront(ref, report.overlayNoteId);
  // The site names the address it refused: where that had no token, the token of before is not to blame.
  const note = ref?.kind === 'stopped' ? found : keepToken(found, before?.note);
  const isSamePlace = before?.url === report.url && before.note?.noteId === note?.noteId;
  const stopSign = findSign(before, report, { isSamePlace });
  const loggedIn = report.loggedIn ?? before?.viewer.loggedIn;
  const userId = report.viewerId ?? (report.loggedIn === false ? undefined : before?.viewer.userId);
  return {
    tabId: tab.tabId,
    windowId: tab.windowId,
    ...(tab.container === undefined ? {} : { container: tab.container }),
    url: report.url,
    ...(ref ? { ref } : {}),
    ...(note ? { note } : {}),
    viewer: {
      ...(loggedIn === undefined ? {} : { loggedIn }),
      ...(userId === undefined ? {} : { userId }),
    },
    viewerAt: findViewerAt(before, report, { loggedIn, userId }),
    ...(stopSign ? { stopSign } : {}),
    missing: isSamePlace ? before.missing : [],
    updatedAt: report.at,
    reportedAt: report.at,
  };
}

/** Since when this document says who looks; its first report alone brings the inline state. */
function findViewerAt(
  before: TabPage | undefined,
  { initialState, at }: Pick<ReportedPage, 'initialState' | 'at'>,
  { loggedIn, userId }: TabPage['viewer'],
): number {
  const isAsBefore = before?.viewer.loggedIn === loggedIn && before?.viewer.userId === userId;
  return initialState === undefined && isAsBefore ? (before?.viewerAt ?? at) : at;
}

/**
 * Whether a report was made before the last one that was taken: by a document that was left, or delivered late. What
 * lies ahead of the clock was written before the clock was set back, and says nothing of order. All in epoch ms.
 */
export function isOutdated(before: TabPage | undefined, at: number, now: number): boolean {
  const last = before?.reportedAt;
  return last !== undefined && at < last && last <= now;
}

/** The note that a stopped visitor wanted to see: the site names it in the address it sends them to. */
export function findWantedNote(ref: PageRef | undefined): NoteRef | undefined {
  if (ref?.kind !== 'stopped' || ref.redirectPath === undefined) return undefined;
  const base = `https://${ref.host}`;
  if (!URL.canParse(ref.redirectPath, base)) return undefined;
  const wanted = parsePageRef(new URL(ref.redirectPath, base).href);
  return wanted?.kind === 'note' ? wanted : undefined;
}

function findNoteInFront(ref: PageRef | undefined, overlayNoteId: string | undefined): TabPage['note'] {
  const named = ref?.kind === 'note' ? ref : findWantedNote(ref);
  if (named) {
    return {
      noteId: named.noteId,
      ...(named.xsecToken === undefined ? {} : { xsecToken: named.xsecToken }),
      ...(named.xsecSource === undefined ? {} : { xsecSource: named.xsecSource }),
      shownAs: overlayNoteId === named.noteId ? 'overlay' : 'page',
    };
  }
  return overlayNoteId !== undefined && NOTE_ID.test(overlayNoteId)
    ? { noteId: overlayNoteId, shownAs: 'overlay' }
    : undefined;
}

/** The address of a note may lose its query while the note stays in front. */
function keepToken(note: TabPage['note'], before: TabPage['note']): TabPage['note'] {
  if (!note || note.xsecToken !== undefined || before?.noteId !== note.noteId) return note;
  return { ...before, shownAs: note.shownAs };
}

/**
 * A sign the page gives now; else the one it gave before: one that stops everything until the user dismisses it, one
 * of a login until someone logs in (a page that goes on as if logged in says nothing new; one loaded anew does), one
 * of a note or profile until another one is in front.
 */
function findSign(
  before: TabPage | undefined,
  report: ReportedPage,
  place: { isSamePlace: boolean },
): TabPage['stopSign'] {
  const given = findStopSign({
    url: report.url,
    ...(report.captcha === undefined ? {} : { captcha: report.captcha }),
    ...(report.refusal === undefined ? {} : { refusalText: report.refusal }),
  });
  const known = before?.stopSign;
  if (given)
    return known?.sign === given.sign && known.code === given.code ? known : { ...given, at: report.at };
  if (!known) return undefined;
  if (known.class === 'all') return known;
  const isNews = report.initialState !== undefined || before.viewer.loggedIn !== true;
  if (known.class === 'login' && report.loggedIn === true && isNews) return undefined;
  return place.isSamePlace ? known : undefined;
}
