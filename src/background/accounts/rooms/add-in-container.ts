import { createQueue } from '../../../lib/create-queue';
import type { AddingAccount, SavedAccount } from '../../../model/accounts/saved-account';
import { AppError } from '../../../model/errors';
import { SITE_HOSTS } from '../../../site/site-patterns.catalog';
import { addingWindows, madeContainers } from '../../../storage/session';
import { changeSavedLogins, readSavedLogins } from '../../../storage/vault/saved-logins';
import { findAddedUser, findAddingTab } from '../add-account';
import { demandAccounts, demandLogins } from '../demand-accounts';
import { findOwnLogin } from '../find-own-login';
import type { ContainerPorts } from './container-ports';
import type { RoomServices, SessionRooms } from './session-rooms';

type Adding = Pick<SessionRooms, 'saveOwn' | 'startAdding' | 'finishAdding' | 'undoAdding' | 'resumeAdding'>;

/** One after the other: what a boot undoes is not what has just been begun. */
const queue = createQueue();

/**
 * Adding an account in Firefox. Nothing of the browser's own login is touched: a container is made and a window opened in
 * it. What is made is written down before, so that whatever is left of an attempt that broke off is found and removed.
 */
export function createContainerAdding(
  containers: ContainerPorts,
  remove: (id: string) => Promise<void>,
): Adding {
  const giveUp = async (services: RoomServices, adding: AddingAccount): Promise<void> => {
    await closeAddingWindows(services);
    for (const id of await findLeft(containers, adding)) await remove(id);
    await changeSavedLogins(({ accounts }) => ({ accounts }));
    await services.emit('accounts.changed', {});
  };
  return {
    // A login cannot be moved into a container without its cookies; it stays where it is, and acts from there.
    saveOwn: () => Promise.reject(new AppError('invalid-input')),
    startAdding: (services, name, renews) =>
      queue(async () => {
        const adding = await writeIntent(services, containers, { name, renews });
        try {
          await openLogin(containers, adding);
        } catch (thrown) {
          await giveUp(services, adding);
          throw thrown;
        }
        await services.emit('accounts.changed', {});
      }),
    finishAdding: (services) =>
      queue(async () => {
        const adding = (await readSavedLogins())?.adding;
        const replaced = adding && (await keepAccount(services, adding));
        if (replaced !== undefined) await remove(replaced);
      }),
    undoAdding: (services) =>
      queue(async () => {
        const adding = (await readSavedLogins())?.adding;
        if (adding) await giveUp(services, adding);
      }),
    resumeAdding: (services) =>
      queue(async () => {
        const logins = await readSavedLogins();
        if (!logins || !(await services.logins.isAllowed())) return;
        const { adding } = logins;
        const isOpen = adding?.stage === 'waiting' && (await findAddingTab(services)) !== undefined;
        if (!isOpen) {
          if (adding) await giveUp(services, adding);
          // Kept, and its window left open by a life that ended then.
          else await closeAddingWindows(services);
        }
        const kept = [...logins.accounts.map(({ container }) => container), adding?.container?.id];
        for (const { id } of await madeContainers.list()) if (!kept.includes(id)) await remove(id);
      }),
  };
}

/** Writes down that a container of that name is about to be made, and which ones there are. */
async function writeIntent(
  services: RoomServices,
  containers: ContainerPorts,
  { name, renews }: { readonly name: string; readonly renews: string | undefined },
): Promise<AddingAccount> {
  await demandAccounts(services);
  const renewed = (await demandLogins(services)).accounts.find(({ userId }) => userId === renews);
  if (renews !== undefined && !renewed)
    throw new AppError('account-unknown', { details: { account: renews } });
  const own = await findOwnLogin(services);
  const adding: AddingAccount = {
    name: renewed?.name ?? name,
    host: renewed?.host ?? own?.host ?? SITE_HOSTS[0],
    ...{ stage: 'making', first: { cookies: [] }, deviceId: '', startedAt: services.now() },
    container: { before: (await containers.list()).map(({ id }) => id) },
    ...(renews === undefined ? {} : { renews }),
  };
  await changeSavedLogins((before) => {
    if (before.adding) throw new AppError('adding-unfinished');
    demandFreeName(before.accounts, adding);
    return { ...before, adding };
  });
  return adding;
}

async function openLogin(containers: ContainerPorts, adding: AddingAccount): Promise<void> {
  const { before = [] } = adding.container ?? {};
  const { id } = await containers.create(adding.name, before.length);
  await madeContainers.put(id, { id });
  const made: AddingAccount = { ...adding, container: { before, id } };
  await moveTo(made);
  const tab = await containers.openWindow(`https://${adding.host}/explore`, id);
  if (!tab) throw new AppError('page-not-reached', { retryable: true });
  await addingWindows.put(tab.tabId, { tabId: tab.tabId, windowId: tab.windowId });
  await moveTo({ ...made, stage: 'waiting' });
}

/** The account and the end of adding in one write; only then is its window closed. Answers a container that it stood in before. */
async function keepAccount(services: RoomServices, adding: AddingAccount): Promise<string | undefined> {
  const { name, host, renews, container } = adding;
  const userId = await findAddedUser(services);
  if (userId === undefined || container?.id === undefined) throw new AppError('login-wanted');
  if (renews !== undefined && userId !== renews)
    throw new AppError('account-unexpected', { details: { account: name } });
  const account: SavedAccount = {
    ...{ userId, name, host, status: 'active', deviceId: '', cookies: [], container: container.id },
    savedAt: services.now(),
  };
  let replaced: string | undefined;
  await changeSavedLogins(({ accounts }) => {
    const twin = accounts.find((one) => one.userId === userId);
    if (twin && renews === undefined)
      throw new AppError('account-twice', { details: { account: twin.name } });
    demandFreeName(accounts, adding);
    replaced = twin?.container;
    // What was set aside stays so.
    const kept = twin ? { ...account, status: twin.status } : account;
    return { accounts: twin ? accounts.map((one) => (one === twin ? kept : one)) : [...accounts, kept] };
  });
  await closeAddingWindows(services);
  await services.emit('accounts.changed', {});
  return replaced;
}

/** What an attempt has made: the container it knows of, or one of its name that was not there before. */
async function findLeft(containers: ContainerPorts, { name, container }: AddingAccount): Promise<string[]> {
  if (!container) return [];
  if (container.id !== undefined) return [container.id];
  const made = (await containers.list()).filter(
    (one) => one.name === name && !container.before.includes(one.id),
  );
  return made.map(({ id }) => id);
}

async function closeAddingWindows({ windows }: Pick<RoomServices, 'windows'>): Promise<void> {
  for (const { tabId } of await addingWindows.list()) {
    await windows.close(tabId);
    await addingWindows.remove(tabId);
  }
}

const moveTo = (adding: AddingAccount): Promise<void> =>
  changeSavedLogins((before) => ({ ...before, adding }));

/** `account-name-taken` where another account bears the name, or has it as its id. */
function demandFreeName(
  accounts: readonly SavedAccount[],
  { name, renews }: Pick<AddingAccount, 'name' | 'renews'>,
): void {
  const others = accounts.filter(({ userId }) => userId !== renews);
  if (others.some((one) => one.name === name || one.userId === name))
    throw new AppError('account-name-taken', { details: { account: name } });
}
