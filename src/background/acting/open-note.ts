import { AppError } from '../../model/errors';
import { findUsableToken } from '../../model/merge/note-tokens';
import { toUrl } from '../../site/routes';
import { actingWindows } from '../../storage/session';
import { toSignError } from '../loading/to-stop-error';
import type { Services } from '../services';

type Own = Pick<Services, 'connection' | 'tracker' | 'findTab' | 'windows'>;

interface WantedNote {
  readonly noteId: string;
  readonly xsecToken?: string | undefined;
  /** Only in a window of its own, whatever the user has open. */
  readonly isOwn: boolean;
}

/**
 * The tab in which this note is in front, where it can be worked in: one that the user has open, else a small window of
 * its own, opened with the note's token. `undefined`: it was opened just now and is not there yet. Fails where the site
 * shows something else in place of the note, and where no token is known.
 */
export async function findNoteTab(
  services: Own,
  { noteId, xsecToken, isOwn }: WantedNote,
): Promise<number | undefined> {
  const own = new Set((await actingWindows.list()).map(({ tabId }) => tabId));
  const pages = (await services.tracker.list()).filter((page) => page.note?.noteId === noteId);
  for (const page of pages) {
    if (isOwn && !own.has(page.tabId)) continue;
    const tab = await services.findTab(page.tabId);
    if (!tab?.active) continue;
    if (page.stopSign?.class === 'note') throw toSignError(page.stopSign.sign);
    return page.tabId;
  }
  const opened = (await actingWindows.list()).find((one) => one.noteId === noteId);
  if (opened && (await services.findTab(opened.tabId))) {
    const page = await services.tracker.find(opened.tabId);
    if (page?.stopSign) throw toSignError(page.stopSign.sign);
    return undefined;
  }
  await openNote(services, noteId, xsecToken);
  return undefined;
}

async function openNote(services: Own, noteId: string, given: string | undefined): Promise<void> {
  const note = await services.connection.read((database) => database.get('notes', noteId));
  const known = note && findUsableToken(note.tokens);
  const xsecToken = given ?? known?.xsecToken;
  if (xsecToken === undefined) throw new AppError('token-missing');
  const host = note?.host ?? 'www.xiaohongshu.com';
  const xsecSource = known?.xsecToken === xsecToken ? known.xsecSource : undefined;
  const source = xsecSource === undefined ? {} : { xsecSource };
  const tab = await services.windows.open(
    toUrl({ kind: 'note', host, noteId, via: 'explore', xsecToken, ...source }),
  );
  if (!tab) throw new AppError('page-not-reached', { retryable: true });
  await actingWindows.put(tab.tabId, { tabId: tab.tabId, windowId: tab.windowId, noteId });
}

/** Closes the window that was opened for this note; one that the user has open by themselves stays. */
export async function closeNoteWindow(services: Pick<Services, 'windows'>, noteId: string): Promise<void> {
  for (const opened of await actingWindows.list()) {
    if (opened.noteId !== noteId) continue;
    await actingWindows.remove(opened.tabId);
    await services.windows.close(opened.tabId);
  }
}
