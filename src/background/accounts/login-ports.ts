import type { BrowserCookie } from '../../platform/logins/cookies';
import type { HostCookies } from '../../platform/logins/tab-cookies';
import type { TabFacts } from '../../platform/tabs';
import type { ContainerPorts } from './rooms/container-ports';

/** What saved logins ask of the browser. Nothing but `isAllowed` may be called before that says yes. */
export interface LoginPorts {
  /** Whether the user has let us at cookies and at the requests of tabs. */
  isAllowed(): Promise<boolean>;
  /** Where the browser has containers that this build may use: each account has one of its own. */
  readonly containers?: ContainerPorts | undefined;
  /** Gives that leave back. */
  giveBack(): Promise<void>;
  /** Cookies of a domain and of the hosts below it. */
  listCookies(domain: string): Promise<readonly BrowserCookie[]>;
  putCookie(cookie: BrowserCookie): Promise<void>;
  removeCookie(cookie: BrowserCookie): Promise<void>;
  /** From now on all requests of the tab say these cookies, and none that answers to them is set. */
  setTabCookies(tabId: number, hosts: readonly HostCookies[]): Promise<void>;
  dropTabCookies(tabId: number): Promise<void>;
  listTabsWithCookies(): Promise<readonly number[]>;
  /** A small window with nothing in it yet. */
  openEmptyWindow(): Promise<TabFacts | undefined>;
  goTo(tabId: number, url: string): Promise<void>;
}
