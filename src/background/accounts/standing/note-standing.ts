import { withoutKey } from '../../../lib/without-key';
import type { SavedAccount } from '../../../model/accounts/saved-account';
import type { TabPage } from '../../../model/page-state';
import { changeSavedLogins, readSavedLogins } from '../../../storage/vault/saved-logins';
import type { Services } from '../../services';
import { findTabAccount } from '../account-tabs';

/**
 * What a page under a saved login shows of it: the site does not know it any more, or still does. Pages in other tabs say
 * nothing of it; while the logins are locked nothing can be written down.
 */
export async function noteStanding(
  { settings, now, emit }: Pick<Services, 'settings' | 'now' | 'emit'>,
  { tabId, viewer }: Pick<TabPage, 'tabId' | 'viewer'>,
): Promise<void> {
  if ((await settings()).accounts === null || viewer.loggedIn === undefined) return;
  const userId = await findTabAccount(tabId);
  if (userId === undefined || (viewer.loggedIn && viewer.userId !== userId)) return;
  const isKnown = viewer.loggedIn;
  const isStanding = ({ loggedOutAt }: SavedAccount) => loggedOutAt === undefined;
  const account = (await readSavedLogins())?.accounts.find((one) => one.userId === userId);
  if (!account || isStanding(account) === isKnown) return;
  const change = (one: SavedAccount): SavedAccount =>
    isKnown ? withoutKey(one, 'loggedOutAt') : { ...one, loggedOutAt: now() };
  await changeSavedLogins((before) => ({
    ...before,
    accounts: before.accounts.map((one) => (one.userId === userId ? change(one) : one)),
  }));
  await emit('accounts.changed', {});
}
