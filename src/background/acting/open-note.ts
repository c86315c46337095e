import { AppError } from '../../model/errors';
import { findUsableToken } from '../../model/merge/note-tokens';
import type { SavedAccount } from '../../model/accounts/saved-account';
import { toUrl } from '../../site/routes';
import { SITE_HOSTS } from '../../site/site-patterns.catalog';
import { actingWindows } from '../../storage/session';
import { findRooms } from '../accounts/rooms/find-rooms';
import { toSignError } from '../loading/to-stop-error';
import type { Services } from '../services';

type Own = Pick<Services, 'connection' | 'tracker' | 'findTab' | 'windows' | 'settings' | 'logins' | 'now'>;

/** A note, and the saved login under which it is to be opened; without one under the browser's own. */
interface WantedNote {
  readonly noteId: string;
  readonly xsecToken?: string | undefined;
  readonly under?: SavedAccount | undefined;
  /** Only in a window of its own, whatever the user has open. */
  readonly isOwn: boolean;
}

/**
 * The tab in which this note is in front, where it can be worked in: one that the user has open, else a small window of
 * its own, opened with the note's token. `undefined`: it was opened just now and is not there yet. Fails where the site
 * shows something else in place of the note, and where no token is known.
 */
export async function findNoteTab(services: Own, wanted: WantedNote): Promise<number | undefined> {
  const { noteId, under, isOwn } = wanted;
  const windows = await actingWindows.list();
  const pages = (await services.tracker.list()).filter((page) => page.note?.noteId === noteId);
  for (const page of pages) {
    const window = windows.find(({ tabId }) => tabId === page.tabId);
    if (isOwn && !window) continue;
    // A page under one login is never used for another one.
    if (!(await findRooms(services).standsUnder(services, page, under))) continue;
    const tab = await services.findTab(page.tabId);
    if (!tab?.active) continue;
    if (page.stopSign?.class === 'note') throw toSignError(page.stopSign.sign);
    return page.tabId;
  }
  const opened = windows.find((one) => one.noteId === noteId && one.viewerId === under?.userId);
  const isBegun = under !== undefined && opened?.isSent !== true;
  if (opened && !isBegun && (await services.findTab(opened.tabId))) {
    const page = await services.tracker.find(opened.tabId);
    if (page?.stopSign) throw toSignError(page.stopSign.sign);
    return undefined;
  }
  await openNote(services, wanted);
  return undefined;
}

async function openNote(services: Own, { noteId, xsecToken: given, under }: WantedNote): Promise<void> {
  const note = await services.connection.read((database) => database.get('notes', noteId));
  const known = note && findUsableToken(note.tokens);
  const xsecToken = given ?? known?.xsecToken;
  if (xsecToken === undefined) throw new AppError('token-missing');
  const host = toSiteHost(under?.host) ?? note?.host ?? 'www.xiaohongshu.com';
  const xsecSource = known?.xsecToken === xsecToken ? known.xsecSource : undefined;
  const source = xsecSource === undefined ? {} : { xsecSource };
  const url = toUrl({ kind: 'note', host, noteId, via: 'explore', xsecToken, ...source });
  if (under) return findRooms(services).openTab(services, under, { noteId, url });
  const tab = await services.windows.open(url);
  if (!tab) throw new AppError('page-not-reached', { retryable: true });
  await actingWindows.put(tab.tabId, { tabId: tab.tabId, windowId: tab.windowId, noteId });
}

const toSiteHost = (host: string | undefined) => SITE_HOSTS.find((known) => known === host);

/** Closes the window that was opened for this note, under this login; one that the user has open by themselves stays. */
export async function closeNoteWindow(
  services: Pick<Services, 'windows'>,
  noteId: string,
  viewerId?: string,
): Promise<void> {
  for (const opened of await actingWindows.list()) {
    if (opened.noteId !== noteId || opened.viewerId !== viewerId) continue;
    await actingWindows.remove(opened.tabId);
    await services.windows.close(opened.tabId);
  }
}
