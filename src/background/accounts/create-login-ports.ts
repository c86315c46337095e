import { listCookies, putCookie, removeCookie } from '../../platform/logins/cookies';
import { hasLoginAccess, returnLoginAccess } from '../../platform/logins/login-access';
import { dropTabCookies, listTabsWithCookies, setTabCookies } from '../../platform/logins/tab-cookies';
import { goTo, openWindow } from '../../platform/tabs';
import { LOGIN_PATTERNS } from '../../site/logins/login-cookies.catalog';
import type { LoginPorts } from './login-ports';
import { createContainerPorts } from './rooms/create-container-ports';

/** The real browser. */
export const createLoginPorts = (): LoginPorts => ({
  isAllowed: () => hasLoginAccess(LOGIN_PATTERNS),
  giveBack: () => returnLoginAccess(LOGIN_PATTERNS),
  containers: createContainerPorts(),
  listCookies,
  putCookie,
  removeCookie,
  setTabCookies,
  dropTabCookies,
  listTabsWithCookies,
  openEmptyWindow: () => openWindow('about:blank'),
  goTo,
});
