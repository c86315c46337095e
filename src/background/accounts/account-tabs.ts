import type { AccountTab, SavedAccount } from '../../model/accounts/saved-account';
import { AppError } from '../../model/errors';
import type { TabFacts } from '../../platform/tabs';
import { readArea, writeArea } from '../../platform/storage-area';
import { DEVICE_COOKIE, toCookieDomain } from '../../site/logins/login-cookies.catalog';
import { parsePageRef } from '../../site/routes';
import { accountTabs, actingWindows } from '../../storage/session';
import { leaveTab } from '../pages/leave-tab';
import type { Services } from '../services';
import { demandActive } from './demand-accounts';
import { toTabCookies } from './to-tab-cookies';

/** That it was looked once since the browser, or this version, was started: nothing is restored later. */
const SWEPT = 'account-tabs-swept';

type Own = Pick<Services, 'settings' | 'logins' | 'windows' | 'findTab' | 'tracker' | 'now'>;
type All = Own & Pick<Services, 'findSiteTabs'>;

/**
 * The saved login under which somebody is to act. `account-unknown`, `account-suspended`, and `account-other-device` where
 * the browser is another device to the site by now: pages sign with the cookie they see, and the login would not fit it.
 */
export async function demandAccount(services: Own, viewerId: string): Promise<SavedAccount> {
  const account = await demandActive(services, viewerId);
  const cookies = await services.logins.listCookies(toCookieDomain(account.host));
  const device = cookies.find(({ name, path }) => name === DEVICE_COOKIE && path === '/');
  if (device?.value !== account.deviceId) throw new AppError('account-other-device');
  return account;
}

/**
 * Opens an address in a small window of its own, whose requests carry the saved login from the first one on. What has been
 * begun by a worker that died is finished.
 */
export async function openAccountTab(
  services: Own,
  account: SavedAccount,
  { noteId, url }: { readonly noteId: string; readonly url: string },
): Promise<void> {
  const { logins } = services;
  const begun = await findAccountWindow(noteId, account.userId);
  const tab = begun ?? (await logins.openEmptyWindow());
  if (!tab) throw new AppError('page-not-reached', { retryable: true });
  const { tabId, windowId } = tab;
  const entry = { tabId, windowId, noteId, viewerId: account.userId };
  // Before anything else: whatever becomes of this life, the tab is known for what it is.
  await accountTabs.put(tabId, entry);
  await actingWindows.put(tabId, entry);
  const domain = toCookieDomain(account.host);
  await logins.setTabCookies(tabId, toTabCookies(domain, await logins.listCookies(domain), account.cookies));
  await logins.goTo(tabId, url);
  await actingWindows.put(tabId, { ...entry, isSent: true });
}

/** The window that was opened for this note under this login. */
export const findAccountWindow = async (noteId: string, viewerId: string) =>
  (await actingWindows.list()).find((one) => one.noteId === noteId && one.viewerId === viewerId);

/** Whether the tab's requests still carry a login of their own: without it nothing may be done there. */
export const hasOwnCookies = async ({ logins }: Pick<Own, 'logins'>, tabId: number): Promise<boolean> =>
  (await logins.isAllowed()) && (await logins.listTabsWithCookies()).includes(tabId);

/** Whose saved login the tab stands under, rule or not; `undefined`: it is the user's own. */
export const findTabAccount = async (tabId: number): Promise<string | undefined> =>
  (await accountTabs.find(tabId))?.viewerId;

/** The tab was closed: its rule goes with it. */
export async function leaveAccountTab(services: Pick<Own, 'logins'>, tabId: number): Promise<void> {
  if (await services.logins.isAllowed()) await services.logins.dropTabCookies(tabId);
  await accountTabs.remove(tabId);
}

/** Closes every window under a saved login, or under this one. */
export async function closeAccountTabs(services: Own, viewerId?: string): Promise<void> {
  for (const { tabId, viewerId: of } of await accountTabs.list())
    if (viewerId === undefined || of === viewerId) await closeAccountTab(services, tabId);
}

/** The page goes first, then its rule, then what says that it stands under another login. */
async function closeAccountTab(services: Own, tabId: number): Promise<void> {
  await services.windows.close(tabId);
  await leaveTab(services, tabId);
  await leaveAccountTab(services, tabId);
}

/**
 * At the start of a worker, and when the browser's leave was taken away. Nothing outlives its rule: an update takes the
 * rules of all tabs, and the page of such a tab would go on under the browser's own login. What the browser has restored as
 * another tab is loaded anew, since it may be shown as it was kept. Rules of tabs that were closed meanwhile go.
 */
export async function sweepAccountTabs(services: All): Promise<void> {
  const ruled = (await services.logins.isAllowed()) ? await services.logins.listTabsWithCookies() : [];
  const isFirst = (await readArea('session', SWEPT)) === undefined;
  for (const mark of await accountTabs.list()) {
    const { tabId } = mark;
    const tab = await services.findTab(tabId);
    const isThere = tab !== undefined && isSameTab(mark, tab);
    if (isThere && ruled.includes(tabId) && (await actingWindows.find(tabId))) continue;
    if (isThere) {
      await closeAccountTab(services, tabId);
      continue;
    }
    if (isFirst) await renewRestored(services, mark);
    if (!tab) await leaveTab(services, tabId);
    await leaveAccountTab(services, tabId);
  }
  for (const tabId of ruled) if (!(await accountTabs.find(tabId))) await closeAccountTab(services, tabId);
  await writeArea('session', SWEPT, true);
}

/** Numbers of tabs may be given out again when the browser is started anew. */
function isSameTab(mark: AccountTab, { windowId, url }: TabFacts): boolean {
  return mark.windowId === windowId || (url !== undefined && isOfNote(url, mark.noteId));
}

async function renewRestored(services: All, { noteId }: AccountTab): Promise<void> {
  for (const { tabId, url } of await services.findSiteTabs()) {
    const isOther = url === undefined || !isOfNote(url, noteId) || (await accountTabs.find(tabId));
    if (!isOther) await services.windows.renew(tabId);
  }
}

function isOfNote(url: string, noteId: string): boolean {
  const ref = parsePageRef(url);
  return ref?.kind === 'note' && ref.noteId === noteId;
}
