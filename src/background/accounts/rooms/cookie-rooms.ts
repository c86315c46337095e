import { DEVICE_COOKIE, toCookieDomain } from '../../../site/logins/login-cookies.catalog';
import { isLoginThere } from '../../acting/is-login-there';
import {
  closeAccountTabs,
  demandAccount,
  findTabAccount,
  hasOwnCookies,
  openAccountTab,
} from '../account-tabs';
import { finishAdding, resumeAdding, saveOwnLogin, startAdding, undoAdding } from '../add-account';
import type { RoomTrouble, SessionRooms } from './session-rooms';

/** Chromium: login cookies that are kept and that single tabs send in place of the browser's own. */
export const cookieRooms: SessionRooms = {
  saveOwn: saveOwnLogin,
  startAdding,
  finishAdding,
  undoAdding,
  resumeAdding,
  demandAccount,
  openTab: openAccountTab,
  standsUnder: async (services, { tabId }, under) =>
    (await findTabAccount(tabId)) === under?.userId && (!under || (await hasOwnCookies(services, tabId))),
  isLoginThere,
  closeTabs: closeAccountTabs,
  findTroubles: async ({ logins }, accounts) => {
    const hosts = [...new Set(accounts.map(({ host }) => host))];
    const found = hosts.map(async (host) => {
      const cookies = await logins.listCookies(toCookieDomain(host));
      return [host, cookies.find(({ name }) => name === DEVICE_COOKIE)?.value] as const;
    });
    const devices = new Map<string, string | undefined>(await Promise.all(found));
    const foreign = accounts.filter(({ host, deviceId }) => devices.get(host) !== deviceId);
    return new Map(foreign.map(({ userId }): [string, RoomTrouble] => [userId, 'foreign']));
  },
  // The name and the cookies lie in one record, which goes whole.
  rename: async () => undefined,
  clear: async () => undefined,
  clearAll: async () => undefined,
};
