import type { Handlers } from '../../messaging/contract';
import type { accountCalls } from '../../messaging/ui-to-background/account-calls';
import type { AccountList } from '../../model/accounts/account-list';
import type { SavedAccount } from '../../model/accounts/saved-account';
import { AppError } from '../../model/errors';
import { SITE_HOSTS } from '../../site/site-patterns.catalog';
import { DEVICE_COOKIE, toCookieDomain } from '../../site/logins/login-cookies.catalog';
import { changeSettings } from '../../storage/settings';
import { changeSavedLogins, readSavedLogins } from '../../storage/vault/saved-logins';
import type { Services } from '../services';
import { closeAccountTabs } from './account-tabs';
import { findAddedUser, finishAdding, saveOwnLogin, startAdding, undoAdding } from './add-account';
import { demandAccounts, demandLogins, findSaved, mayUseAccounts } from './demand-accounts';
import { findOwnLogin } from './find-own-login';
import { clearLogin } from './read-login';

/** The text that was agreed to; a new one asks again. */
const TEXT_VERSION = 1;

/** Several accounts; see the contract for what each promises. Cookies never go out here. */
export function createAccountHandlers(services: Services): Handlers<typeof accountCalls> {
  const done = async (change: Promise<void>) => {
    await change;
    return {};
  };
  return {
    'account.list': () => describeAccounts(services),
    'account.switch': ({ agreed }) => done(switchAccounts(services, agreed)),
    'account.save': ({ name }) => done(saveOwnLogin(services, name.trim())),
    'account.add': ({ name }) => done(startAdding(services, name.trim())),
    'account.finish': () => done(finishAdding(services)),
    'account.cancel': () => done(undoAdding(services)),
    'account.change': ({ account, status }) =>
      done(changeAccount(services, account, (before) => ({ ...before, status }))),
    'cookies.delete': async ({ account }) => {
      if (account === undefined) await signOutHere(services);
      else await changeAccount(services, account, () => undefined);
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
  const devices = await readDevices(services);
  const userId = logins.adding && (await findAddedUser(services));
  return {
    ...base,
    state: 'ready',
    accounts: logins.accounts.map(({ userId: id, name, host, status, deviceId, savedAt }) => ({
      ...{ userId: id, name, host, status, savedAt },
      isForeign: devices.get(host) !== deviceId,
    })),
    ...(logins.adding
      ? { adding: { name: logins.adding.name, ...(userId === undefined ? {} : { userId }) } }
      : {}),
  };
}

/** The device that the browser is to each host of the site. */
async function readDevices({ logins }: Services): Promise<ReadonlyMap<string, string | undefined>> {
  const found = SITE_HOSTS.map(async (host) => {
    const cookies = await logins.listCookies(toCookieDomain(host));
    return [host, cookies.find(({ name }) => name === DEVICE_COOKIE)?.value] as const;
  });
  return new Map<string, string | undefined>(await Promise.all(found));
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
  await undoAdding(services);
  await closeAccountTabs(services);
  await changeSavedLogins(() => ({ accounts: [] }));
}

/** Changes a saved login, or removes it for good. What stands under it is closed. */
async function changeAccount(
  services: Services,
  nameOrId: string,
  change: (before: SavedAccount) => SavedAccount | undefined,
): Promise<void> {
  const found = findSaved(await demandLogins(services), nameOrId);
  if (!found) throw new AppError('account-unknown', { details: { account: nameOrId } });
  await closeAccountTabs(services, found.userId);
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
