import type { LoginCookie } from '../../model/accounts/saved-account';
import { DEVICE_COOKIE, LOGIN_COOKIES, toCookieDomain } from '../../site/logins/login-cookies.catalog';
import type { LoginPorts } from './login-ports';

/** The login that lies in the browser now, of a guest too, and the device it belongs to. */
export interface PresentLogin {
  readonly cookies: readonly LoginCookie[];
  readonly device: LoginCookie | undefined;
}

/** Reads the browser's own login for a host of the site. */
export async function readLogin(
  { listCookies }: Pick<LoginPorts, 'listCookies'>,
  host: string,
): Promise<PresentLogin> {
  const cookies = await listCookies(toCookieDomain(host));
  return {
    cookies: cookies.filter(isOfLogin),
    device: cookies.find(({ name, path }) => name === DEVICE_COOKIE && path === '/'),
  };
}

/** Whether there is a login at all, be it a guest's. */
export const hasLogin = ({ cookies }: Pick<PresentLogin, 'cookies'>): boolean =>
  cookies.some(({ name }) => name === LOGIN_COOKIES[0]);

/** Takes the login out of the browser, without a word to the site: there it stays as it is. The device stays. */
export async function clearLogin(
  ports: Pick<LoginPorts, 'listCookies' | 'removeCookie'>,
  host: string,
): Promise<void> {
  const { cookies } = await readLogin(ports, host);
  for (const cookie of cookies) await ports.removeCookie(cookie);
}

/** Makes the browser's login for the host this one and no other; done twice it comes to the same. */
export async function putLogin(
  ports: Pick<LoginPorts, 'listCookies' | 'putCookie' | 'removeCookie'>,
  host: string,
  wanted: readonly LoginCookie[],
): Promise<void> {
  const present = await ports.listCookies(toCookieDomain(host));
  for (const cookie of present.filter(isOfLogin))
    if (!wanted.some((one) => isSamePlace(one, cookie))) await ports.removeCookie(cookie);
  for (const cookie of wanted) {
    const there = present.find((one) => isSamePlace(one, cookie));
    if (there?.value !== cookie.value) await ports.putCookie(cookie);
  }
}

export const isOfLogin = ({ name }: Pick<LoginCookie, 'name'>): boolean =>
  (LOGIN_COOKIES as readonly string[]).includes(name);

type Place = Pick<LoginCookie, 'name' | 'domain' | 'hostOnly' | 'path'>;

const isSamePlace = (one: Place, other: Place): boolean =>
  one.name === other.name &&
  one.domain === other.domain &&
  one.hostOnly === other.hostOnly &&
  one.path === other.path;
