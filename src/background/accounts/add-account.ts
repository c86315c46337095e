import { createQueue } from '../../lib/create-queue';
import type { AddingAccount, SavedAccount } from '../../model/accounts/saved-account';
import { AppError } from '../../model/errors';
import { SITE_HOSTS } from '../../site/site-patterns.catalog';
import { addingWindows } from '../../storage/session';
import { changeSavedLogins, readSavedLogins } from '../../storage/vault/saved-logins';
import type { Services } from '../services';
import { demandAccounts } from './demand-accounts';
import { findOwnLogin } from './find-own-login';
import { clearLogin, hasLogin, putLogin, readLogin } from './read-login';

type Own = Pick<Services, 'settings' | 'logins' | 'tracker' | 'windows' | 'findTab' | 'emit' | 'now'>;

/** One after the other: what a boot undoes is not what has just been begun. */
const queue = createQueue();

/** Keeps the browser's own login under a name; the browser stays as it is. `login-wanted` where nobody is known to be logged in. */
export function saveOwnLogin(services: Own, name: string): Promise<void> {
  return keepOwnLogin(services, name);
}

/** `renews`: whose saved login it replaces. */
function keepOwnLogin(services: Own, name: string, renews?: string): Promise<void> {
  return queue(async () => {
    await demandAccounts(services);
    const own = await findOwnLogin(services);
    if (!own) throw new AppError('login-wanted');
    const account = await readAccount(services, { ...own, name });
    await changeSavedLogins((before) => ({
      ...before,
      accounts: replaceIn(before.accounts, account, renews),
    }));
    await services.emit('accounts.changed', {});
  });
}

/**
 * Begins to add an account: keeps the browser's login aside, takes it out, and opens a window in which somebody may log in.
 * Each step is written down before it is done; until the first login is back, `undoAdding` brings it back. `renews`: whose
 * saved login is replaced by it; where they are the one in the browser, it is replaced at once.
 */
export async function startAdding(services: Own, name: string, renews?: string): Promise<void> {
  await demandAccounts(services);
  if (renews !== undefined && (await findOwnLogin(services))?.userId === renews)
    return keepOwnLogin(services, name, renews);
  return queue(async () => {
    const own = await findOwnLogin(services);
    const host = own?.host ?? SITE_HOSTS[0];
    const { cookies, device } = await readLogin(services.logins, host);
    const first = {
      cookies: [...cookies, ...(device ? [device] : [])],
      ...(own ? { userId: own.userId } : {}),
    };
    const adding: AddingAccount = {
      ...{ name, host, stage: 'clearing', first, startedAt: services.now() },
      ...(renews === undefined ? {} : { renews }),
      deviceId: device?.value ?? '',
    };
    await changeSavedLogins((before) => {
      if (before.adding) throw new AppError('adding-unfinished');
      without(before.accounts, { name, userId: renews ?? '' });
      return { ...before, adding };
    });
    await clearLogin(services.logins, host);
    const tab = await services.windows.open(`https://${host}/explore`);
    if (!tab) {
      await putBack(services, adding);
      throw new AppError('page-not-reached', { retryable: true });
    }
    await addingWindows.put(tab.tabId, { tabId: tab.tabId, windowId: tab.windowId });
    await moveTo({ ...adding, stage: 'waiting' });
    await services.emit('accounts.changed', {});
  });
}

/**
 * Keeps the login that is in the browser now, and puts the first one back. `login-wanted` while nobody is logged in in the
 * window; `account-known` where it is the first one again; `account-unexpected` where it is not who it was to be; `account-other-device` where the site has made another device
 * of this browser meanwhile.
 */
export function finishAdding(services: Own): Promise<void> {
  return queue(async () => {
    const adding = (await readSavedLogins())?.adding;
    if (!adding) return;
    const userId = await findAddedUser(services);
    if (userId === undefined) throw new AppError('login-wanted');
    if (userId === adding.first.userId) throw new AppError('account-known');
    if (adding.renews !== undefined && userId !== adding.renews) throw new AppError('account-unexpected');
    const account = await readAccount(services, { ...adding, userId });
    if (adding.deviceId !== '' && account.deviceId !== adding.deviceId)
      throw new AppError('account-other-device');
    const restoring: AddingAccount = { ...adding, stage: 'restoring' };
    await changeSavedLogins((before) => ({
      accounts: replaceIn(before.accounts, account, adding.renews),
      adding: restoring,
    }));
    await putBack(services, restoring);
  });
}

/** Gives up adding, wherever it stands, and puts the first login back. Nothing where none is being added or all is locked. */
export function undoAdding(services: Own): Promise<void> {
  return queue(async () => {
    const adding = (await readSavedLogins())?.adding;
    if (adding) await putBack(services, adding);
  });
}

/** At the start of a worker, and when logins can be read again: what is not waiting in its window is undone. */
export function resumeAdding(services: Own): Promise<void> {
  return queue(async () => {
    const adding = (await readSavedLogins())?.adding;
    // Where the browser's leave was taken away it is done when it is given again.
    if (!adding || !(await services.logins.isAllowed())) return;
    const isOpen = adding.stage === 'waiting' && (await findAddingTab(services)) !== undefined;
    if (!isOpen) await putBack(services, adding);
  });
}

/** Who is logged in in the window by now, as its page says. */
export async function findAddedUser(
  services: Pick<Services, 'tracker' | 'findTab'>,
): Promise<string | undefined> {
  const tabId = await findAddingTab(services);
  const page = tabId === undefined ? undefined : await services.tracker.find(tabId);
  return page?.viewer.loggedIn ? page.viewer.userId : undefined;
}

/** The window in which somebody is to log in, where it is still open. */
export async function findAddingTab({ findTab }: Pick<Services, 'findTab'>): Promise<number | undefined> {
  for (const { tabId } of await addingWindows.list()) if (await findTab(tabId)) return tabId;
  return undefined;
}

/** The window goes first: its page must not set anything any more once the first login is back. */
async function putBack(services: Own, adding: AddingAccount): Promise<void> {
  for (const { tabId } of await addingWindows.list()) {
    await services.windows.close(tabId);
    await addingWindows.remove(tabId);
  }
  await putLogin(services.logins, adding.host, adding.first.cookies);
  await changeSavedLogins(({ accounts }) => ({ accounts }));
  await services.emit('accounts.changed', {});
}

const moveTo = (adding: AddingAccount): Promise<void> =>
  changeSavedLogins((before) => ({ ...before, adding }));

/** The login in the browser, as it is to be kept. */
async function readAccount(
  services: Own,
  { name, host, userId }: Pick<SavedAccount, 'name' | 'host' | 'userId'>,
): Promise<SavedAccount> {
  const login = await readLogin(services.logins, host);
  if (!hasLogin(login) || !login.device) throw new AppError('login-wanted');
  return {
    ...{ name, host, userId, status: 'active', savedAt: services.now() },
    deviceId: login.device.value,
    cookies: [...login.cookies],
  };
}

/** With it in the place of an earlier login of the same account; one that is logged in again stays set aside where it was. */
function replaceIn(
  accounts: readonly SavedAccount[],
  account: SavedAccount,
  renews: string | undefined,
): SavedAccount[] {
  const others = without(accounts, account);
  const renewed = renews === undefined ? undefined : accounts.find(({ userId }) => userId === renews);
  return [...others, renewed ? { ...account, status: renewed.status } : account];
}

/** The others; `account-name-taken` where one of them bears the name. */
function without(
  accounts: readonly SavedAccount[],
  { name, userId }: Pick<SavedAccount, 'name' | 'userId'>,
): SavedAccount[] {
  const others = accounts.filter((one) => one.userId !== userId);
  if (others.some((one) => one.name === name || one.userId === name))
    throw new AppError('account-name-taken', { details: { account: name } });
  return others;
}
