import type { LoginPorts } from '../../../src/background/accounts/login-ports';
import type { BrowserCookie } from '../../../src/platform/logins/cookies';

/** A browser's jar, and the tabs that have cookies of their own, for tests without a browser. */
export interface FakeLogins extends LoginPorts {
  readonly jar: BrowserCookie[];
  readonly rules: Map<number, readonly { readonly host: string; readonly header: string }[]>;
  readonly visited: { readonly tabId: number; readonly url: string }[];
  isGiven: boolean;
  /** Runs before every call that changes something. */
  beforeChange: () => void;
}

export function createFakeLogins(cookies: readonly BrowserCookie[] = []): FakeLogins {
  const place = ({ name, domain, hostOnly, path }: BrowserCookie) =>
    JSON.stringify([name, domain, hostOnly, path]);
  const drop = (cookie: BrowserCookie) => {
    const at = logins.jar.findIndex((one) => place(one) === place(cookie));
    if (at >= 0) logins.jar.splice(at, 1);
  };
  const change = async (make: () => void): Promise<void> => {
    logins.beforeChange();
    await Promise.resolve();
    make();
  };
  let nextTab = 900;
  const logins: FakeLogins = {
    jar: [...cookies],
    rules: new Map(),
    visited: [],
    isGiven: true,
    beforeChange: () => undefined,
    isAllowed: () => Promise.resolve(logins.isGiven),
    giveBack: () => change(() => (logins.isGiven = false)),
    listCookies: (domain) =>
      Promise.resolve(
        logins.jar.filter((cookie) => cookie.domain === domain || cookie.domain.endsWith(`.${domain}`)),
      ),
    putCookie: (cookie) =>
      change(() => {
        drop(cookie);
        logins.jar.push(cookie);
      }),
    removeCookie: (cookie) => change(() => drop(cookie)),
    setTabCookies: (tabId, hosts) => change(() => logins.rules.set(tabId, hosts)),
    dropTabCookies: (tabId) => change(() => logins.rules.delete(tabId)),
    listTabsWithCookies: () => Promise.resolve([...logins.rules.keys()]),
    openEmptyWindow: async () => {
      await change(() => undefined);
      nextTab += 1;
      return { tabId: nextTab, windowId: nextTab, url: undefined, active: true, pinned: false };
    },
    goTo: (tabId, url) => change(() => logins.visited.push({ tabId, url })),
  };
  return logins;
}
