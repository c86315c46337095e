import type { SavedAccount } from '../../../model/accounts/saved-account';
import type { ActingState } from '../../../model/actions/acting-state';
import type { TabPage } from '../../../model/page-state';
import type { CallerTab } from '../../pages/caller-tab';
import type { Services } from '../../services';

export type RoomServices = Pick<
  Services,
  'settings' | 'logins' | 'tracker' | 'windows' | 'findTab' | 'findSiteTabs' | 'emit' | 'now'
>;
export type ActingServices = Pick<
  Services,
  'settings' | 'logins' | 'tracker' | 'windows' | 'findTab' | 'now'
>;

/** Why a saved account cannot act as it is: the browser is another device by now, or its container was removed. */
export type RoomTrouble = 'foreign' | 'gone';

/**
 * How the logins of several accounts are kept apart in a browser: in Chromium saved cookies that single tabs send
 * (`cookie-rooms`), in Firefox a container for each (`container-rooms`). What is said of an account (names, set aside,
 * who may act) is the same for both and stands beside this folder.
 */
export interface SessionRooms {
  /** Keeps the browser's own login under a name, where a login can be kept like that. */
  saveOwn(services: RoomServices, name: string): Promise<void>;
  /** Opens a window in which another user can log in. `renews`: the id of an account that has lost its room or its login. */
  startAdding(services: RoomServices, name: string, renews?: string): Promise<void>;
  /** Keeps who has logged in there. `login-wanted` while nobody has. */
  finishAdding(services: RoomServices): Promise<void>;
  /** Gives adding up, wherever it stands; afterwards the browser is as before. */
  undoAdding(services: RoomServices): Promise<void>;
  /** At the start of a worker, and when logins can be read again: what is not waiting in its window is undone. */
  resumeAdding(services: RoomServices): Promise<void>;

  /** The account under which somebody is to act. `account-unknown`, `account-suspended`, or what its trouble is. */
  demandAccount(services: ActingServices, viewerId: string): Promise<SavedAccount>;
  /** Opens an address in a small window of its own that stands under the account from its first request on. */
  openTab(
    services: ActingServices,
    account: SavedAccount,
    place: { readonly noteId: string; readonly url: string },
  ): Promise<void>;
  /** Whether the page stands under this login; `under` absent: under the browser's own. */
  standsUnder(services: ActingServices, page: TabPage, under: SavedAccount | undefined): Promise<boolean>;
  /** Asked right before a gesture: whether what the page sends goes out under the login of who is to act. */
  isLoginThere(
    services: ActingServices,
    attempt: Pick<ActingState, 'viewerId' | 'isUnderSaved'>,
    page: CallerTab & { readonly url: string },
  ): Promise<boolean>;

  /** Closes every window that was opened under an account, or under this one. */
  closeTabs(services: RoomServices, viewerId?: string): Promise<void>;

  /** What keeps accounts from acting, by their id. */
  findTroubles(
    services: ActingServices,
    accounts: readonly SavedAccount[],
  ): Promise<ReadonlyMap<string, RoomTrouble>>;
  rename(services: ActingServices, account: SavedAccount, name: string): Promise<void>;
  /** Removes what the browser itself keeps of an account that is about to be forgotten. */
  clear(services: ActingServices, account: SavedAccount): Promise<void>;
  /** The same for all of them, also for those that cannot be read while they are locked. */
  clearAll(services: ActingServices): Promise<void>;
}
