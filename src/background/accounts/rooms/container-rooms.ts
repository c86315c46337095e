import { AppError } from '../../../model/errors';
import { actingWindows, madeContainers } from '../../../storage/session';
import { readSavedLogins } from '../../../storage/vault/saved-logins';
import { isLastLogin } from '../../acting/is-login-there';
import { findAccountWindow } from '../account-tabs';
import { demandActive } from '../demand-accounts';
import { createContainerAdding } from './add-in-container';
import type { ContainerPorts } from './container-ports';
import type { RoomTrouble, SessionRooms } from './session-rooms';

/**
 * Firefox: a container for each account, in which its user has logged in. No cookie is read or set: what the site keeps
 * there, and what its pages write, never meets the browser's own.
 */
export function createContainerRooms(containers: ContainerPorts): SessionRooms {
  const hasContainer = async (id: string | undefined) =>
    id !== undefined && (await containers.list()).some((one) => one.id === id);
  const remove = async (id: string): Promise<void> => {
    await containers.remove(id);
    await madeContainers.remove(id);
  };
  return {
    ...createContainerAdding(containers, remove),
    demandAccount: async (services, viewerId) => {
      const account = await demandActive(services, viewerId);
      if (!(await hasContainer(account.container)))
        throw new AppError('account-container-gone', { details: { account: account.name } });
      return account;
    },
    openTab: async (_services, { userId, container }, { noteId, url }) => {
      if (container === undefined || (await findAccountWindow(noteId, userId)) !== undefined) return;
      const tab = await containers.openWindow(url, container);
      if (!tab) throw new AppError('page-not-reached', { retryable: true });
      const { tabId, windowId } = tab;
      await actingWindows.put(tabId, { tabId, windowId, noteId, viewerId: userId, isSent: true });
    },
    standsUnder: (_services, page, under) => Promise.resolve(page.container === under?.container),
    isLoginThere: async (services, { viewerId, isUnderSaved = false }, { container, url }) => {
      if (!isUnderSaved) return container === undefined && isLastLogin(services, viewerId, { url });
      const account = (await readSavedLogins())?.accounts.find(({ userId }) => userId === viewerId);
      if (container === undefined || account?.container !== container) return false;
      return isLastLogin(services, viewerId, { url, container });
    },
    closeTabs: async ({ windows }, viewerId) => {
      for (const { tabId, viewerId: of } of await actingWindows.list()) {
        if (of === undefined || (viewerId !== undefined && of !== viewerId)) continue;
        await windows.close(tabId);
        await actingWindows.remove(tabId);
      }
    },
    findTroubles: async (_services, accounts) => {
      const present = new Set((await containers.list()).map(({ id }) => id));
      const gone = accounts.filter(({ container }) => container === undefined || !present.has(container));
      return new Map(gone.map(({ userId }): [string, RoomTrouble] => [userId, 'gone']));
    },
    rename: async (_services, { container }, name) => {
      if (container !== undefined && (await hasContainer(container)))
        await containers.rename(container, name);
    },
    clear: async (_services, { container }) => {
      if (container !== undefined) await remove(container);
    },
    clearAll: async () => {
      for (const { id } of await madeContainers.list()) await remove(id);
    },
  };
}
