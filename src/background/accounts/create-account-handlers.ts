import type { Handlers } from '../../messaging/contract';
import type { accountCalls } from '../../messaging/ui-to-background/account-calls';
import type { AccountList } from '../../model/accounts/account-list';
import type { SavedAccount } from '../../model/accounts/saved-account';
import { AppError } from '../../model/errors';
import { SITE_HOSTS } from '../../site/site-patterns.catalog';
import { changeSettings } from '../../storage/settings';
import { changeSavedLogins, readSavedLogins } from '../../storage/vault/saved-logins';
import type { Services } from '../services';
import { findAddedUser } from './add-account';
import { demandAccounts, demandLogins, findSaved, mayUseAccounts } from './demand-accounts';
import { findOwnLogin } from './find-own-login';
import { clearLogin } from './read-login';
import { renameAccount } from './rename-account';
import { findRooms } from './rooms/find-rooms';

/** The text that was agreed to; a new one asks again. */
const TEXT_VERSION = 1;

/** Several accounts; see the contract for what each promises. Cookies never go out here. */
export function createAccountHandlers(services: Services): Handlers<typeof accountCalls> {
  const rooms = findRooms(services);
  const done = async (change: Promise<void>) => {
    await change;
    return {};
  };
  return {
    'account.list': () => describeAccounts(services),
    'account.switch': ({ agreed }) => done(switchAccounts(services, agreed)),
    'account.save': ({ name }) => done(rooms.saveOwn(services, name.trim())),
    'account.add': ({ name, renews }) => done(rooms.startAdding(services, name.trim(), renews)),
    'account.finish': () => done(rooms.finishAdding(services)),
    'account.cancel': () => done(rooms.undoAdding(services)),
    'account.change': ({ account, status }) =>
      done(changeAccount(services, account, (before) => ({ ...before, status }))),
    'account.rename': ({ account, name }) => done(renameAccount(services, account, name.trim())),
    'cookies.delete': async ({ account }) => {
      if (account === undefined) await signOutHere(services);
      else await removeAccount(services, account);
      return { success: true };
    },
  };
}

async function describeAccounts(services: Services): Promise<AccountList> {
  const own = await findOwnLogin(services);
  const base = { accounts: [], ...(own ? { own } : {}) };
  if (!(await mayUseAccounts(services))) return { ...base, state: 'off' };
  const logins = await readSavedLogins();
  if (!logins) return { ...base, state: 'locked' };
  const troubles = await findRooms(services).findTroubles(services, logins.accounts);
  const userId = logins.adding && (await findAddedUser(services));
  return {
    ...base,
    state: 'ready',
    accounts: logins.accounts.map(({ userId: id, name, host, status, savedAt, loggedOutAt }) => ({
      ...{ userId: id, name, host, status, savedAt },
      isForeign: troubles.get(id) === 'foreign',
      ...(troubles.get(id) === 'gone' ? { isGone: true } : {}),
      ...(loggedOutAt === undefined ? {} : { isLoggedOut: true }),
    })),
    ...(logins.adding
      ? { adding: { name: logins.adding.name, ...(userId === undefined ? {} : { userId }) } }
      : {}),
  };
}

/** On after the text was read; off for good: every saved login goes, and the browser's leave with it. */
async function switchAccounts(services: Services, agreed: boolean): Promise<void> {
  if (agreed) {
    if (!(await services.logins.isAllowed())) throw new AppError('accounts-off');
    await changeSettings({ accounts: { agreedAt: services.now(), textVersion: TEXT_VERSION } });
  } else {
    await forgetLogins(services);
    await changeSettings({ accounts: null });
    await services.logins.giveBack();
  }
  await services.emit('settings.changed', {});
  await services.emit('accounts.changed', {});
}

/** Puts the browser's own login back where it is, and removes all saved ones. `vault-locked` while they are. */
export async function forgetLogins(services: Services): Promise<void> {
  const rooms = findRooms(services);
  await rooms.undoAdding(services);
  await rooms.closeTabs(services);
  await rooms.clearAll(services);
  await changeSavedLogins(() => ({ accounts: [] }));
}

/** Removes a saved login for good, first what the browser keeps of it: it is listed until that is gone. */
async function removeAccount(services: Services, nameOrId: string): Promise<void> {
  const found = findSaved(await demandLogins(services), nameOrId);
  if (found) await findRooms(services).clear(services, found);
  await changeAccount(services, nameOrId, () => undefined);
}

/** Changes a saved login, or removes it for good. What stands under it is closed. */
async function changeAccount(
  services: Services,
  nameOrId: string,
  change: (before: SavedAccount) => SavedAccount | undefined,
): Promise<void> {
  const found = findSaved(await demandLogins(services), nameOrId);
  if (!found) throw new AppError('account-unknown', { details: { account: nameOrId } });
  await findRooms(services).closeTabs(services, found.userId);
  await changeSavedLogins((before) => ({
    ...before,
    accounts: before.accounts.flatMap((one) => (one.userId === found.userId ? (change(one) ?? []) : [one])),
  }));
  await services.emit('accounts.changed', {});
}

/** Takes the login out of the browser, on both sites. To the site it stays as it is, and so do saved ones. */
async function signOutHere(services: Services): Promise<void> {
  await demandAccounts(services);
  if ((await readSavedLogins())?.adding) throw new AppError('adding-unfinished');
  for (const host of SITE_HOSTS) await clearLogin(services.logins, host);
  await services.emit('accounts.changed', {});
}
