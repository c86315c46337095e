import type { ActingState } from '../../model/actions/acting-state';
import { LOGIN_COOKIES, toCookieDomain } from '../../site/logins/login-cookies.catalog';
import { accountTabs, addingWindows } from '../../storage/session';
import { readVault } from '../../storage/vault/vault';
import { findTabAccount, hasOwnCookies } from '../accounts/account-tabs';
import { mayUseAccounts } from '../accounts/demand-accounts';
import type { Services } from '../services';

type Own = Pick<Services, 'settings' | 'logins' | 'tracker' | 'findTab'>;

/**
 * Whether what a page sends goes out under the login of who is to act, as far as the browser can tell: the page itself
 * says, in the task of its gesture, who is logged in. Under a saved login the tab's rule must be there; in the user's own
 * tabs no other login may lie in the browser, as it does while an account is being added.
 */
export async function isLoginThere(
  services: Own,
  { viewerId, isUnderSaved = false }: Pick<ActingState, 'viewerId' | 'isUnderSaved'>,
  { tabId, url }: { readonly tabId: number; readonly url: string },
): Promise<boolean> {
  const account = await findTabAccount(tabId);
  if (isUnderSaved) return account === viewerId && hasOwnCookies(services, tabId);
  if (account !== undefined || (await isSomebodyElse(services, viewerId, url))) return false;
  return isLastLogin(services, viewerId, { url });
}

/** Whether the document that was loaded last in this jar shows them, or nobody; where it is not known who acts, anybody will do. */
export async function isLastLogin(
  services: Pick<Services, 'tracker' | 'findTab'>,
  viewerId: string | undefined,
  page: { readonly url: string; readonly container?: string | undefined },
): Promise<boolean> {
  const seen = await findLastLogin(services, page);
  return viewerId === undefined || seen === undefined || seen === viewerId;
}

/**
 * Who is logged in on this site as the document says that was loaded last: a page that was there before shows whoever it
 * was then, and sends under the login of now.
 */
async function findLastLogin(
  { tracker, findTab }: Pick<Services, 'tracker' | 'findTab'>,
  { url, container }: { readonly url: string; readonly container?: string | undefined },
): Promise<string | undefined> {
  if (!URL.canParse(url)) return undefined;
  const domain = toCookieDomain(new URL(url).host);
  const apart = [...(await accountTabs.list()), ...(await addingWindows.list())];
  const pages = (await tracker.list()).filter(
    (page) =>
      page.viewer.loggedIn === true &&
      page.viewer.userId !== undefined &&
      page.container === container &&
      URL.canParse(page.url) &&
      toCookieDomain(new URL(page.url).host) === domain &&
      !apart.some(({ tabId }) => tabId === page.tabId),
  );
  for (const { tabId, viewer } of pages.sort((a, b) => (b.viewerAt ?? 0) - (a.viewerAt ?? 0)))
    if (await findTab(tabId)) return viewer.userId;
  return undefined;
}

/** Whether the browser's login is known to be another one. One that is saved of nobody may have been renewed since. */
async function isSomebodyElse(services: Own, viewerId: string | undefined, url: string): Promise<boolean> {
  if (viewerId === undefined || !URL.canParse(url) || !(await mayUseAccounts(services))) return false;
  const { content, holdsOwnLogin } = await readVault();
  if (holdsOwnLogin) return true;
  const accounts = content?.logins?.accounts ?? [];
  const cookies = await services.logins.listCookies(toCookieDomain(new URL(url).host));
  const present = cookies.find(({ name }) => name === LOGIN_COOKIES[0])?.value;
  const owner = accounts.find((account) =>
    account.cookies.some(({ name, value }) => name === LOGIN_COOKIES[0] && value === present),
  );
  return owner !== undefined && owner.userId !== viewerId;
}
