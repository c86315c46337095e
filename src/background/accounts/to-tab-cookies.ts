import type { LoginCookie } from '../../model/accounts/saved-account';
import type { BrowserCookie } from '../../platform/logins/cookies';
import type { HostCookies } from '../../platform/logins/tab-cookies';
import { isOfLogin } from './read-login';

/**
 * What requests of a tab say that stands under a saved login: the browser's own cookies of that domain, with those of the
 * login alone replaced. One line for the whole domain, and one for each host that has cookies of its own.
 */
export function toTabCookies(
  domain: string,
  present: readonly BrowserCookie[],
  login: readonly LoginCookie[],
): readonly HostCookies[] {
  const all = [...present.filter((cookie) => !isOfLogin(cookie)), ...login].filter(
    ({ path }) => path === '/',
  );
  const isForAll = (cookie: LoginCookie) => !cookie.hostOnly && cookie.domain === domain;
  const hosts = [...new Set(all.filter((cookie) => !isForAll(cookie)).map((cookie) => cookie.domain))];
  return [
    { host: domain, withHostsBelow: true, header: toHeader(all.filter(isForAll)) },
    ...hosts.map((host) => ({
      host,
      withHostsBelow: false,
      header: toHeader(all.filter((cookie) => isSentTo(cookie, host))),
    })),
  ];
}

const toHeader = (cookies: readonly LoginCookie[]): string =>
  cookies.map(({ name, value }) => `${name}=${value}`).join('; ');

const isSentTo = ({ domain, hostOnly }: LoginCookie, host: string): boolean =>
  host === domain || (!hostOnly && host.endsWith(`.${domain}`));
