import type { SavedAccount } from '../../model/accounts/saved-account';
import { AppError } from '../../model/errors';
import { DEVICE_COOKIE, toCookieDomain } from '../../site/logins/login-cookies.catalog';
import { actingWindows } from '../../storage/session';
import type { Services } from '../services';
import { demandLogins } from './demand-accounts';
import { toTabCookies } from './to-tab-cookies';

type Own = Pick<Services, 'settings' | 'logins' | 'windows' | 'findTab' | 'now'>;

/**
 * The saved login under which somebody is to act. `account-unknown`, `account-suspended`, and `account-other-device` where
 * the browser is another device to the site by now: pages sign with the cookie they see, and the login would not fit it.
 */
export async function demandAccount(services: Own, viewerId: string): Promise<SavedAccount> {
  const { accounts } = await demandLogins(services);
  const account = accounts.find(({ userId }) => userId === viewerId);
  if (!account) throw new AppError('account-unknown', { details: { account: viewerId } });
  if (account.status !== 'active') throw new AppError('account-suspended');
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
export const hasOwnCookies = async ({ logins }: Own, tabId: number): Promise<boolean> =>
  (await logins.listTabsWithCookies()).includes(tabId);

/** The tab was closed: its rule goes with it. */
export async function leaveAccountTab(services: Own, tabId: number): Promise<void> {
  if (await services.logins.isAllowed()) await services.logins.dropTabCookies(tabId);
}

/** Closes every window under a saved login, or under this one. */
export async function closeAccountTabs(services: Own, viewerId?: string): Promise<void> {
  for (const { tabId, viewerId: of } of await actingWindows.list()) {
    if (of === undefined || (viewerId !== undefined && of !== viewerId)) continue;
    await actingWindows.remove(tabId);
    await services.windows.close(tabId);
    await leaveAccountTab(services, tabId);
  }
}

/**
 * At the start of a worker: rules of tabs that were closed meanwhile go, and a tab of which nothing is known any more is
 * closed before its rule goes, so that its page never speaks for somebody else.
 */
export async function sweepAccountTabs(services: Own): Promise<void> {
  if (!(await services.logins.isAllowed())) return;
  for (const tabId of await services.logins.listTabsWithCookies()) {
    const isKnown = (await actingWindows.find(tabId)) !== undefined;
    const isOpen = (await services.findTab(tabId)) !== undefined;
    if (isKnown && isOpen) continue;
    if (isOpen) await services.windows.close(tabId);
    await services.logins.dropTabCookies(tabId);
    await actingWindows.remove(tabId);
  }
}
