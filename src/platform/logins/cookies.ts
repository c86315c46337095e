import { browser } from 'wxt/browser';

/** A cookie, with all that is needed to put it back as it was. */
export interface BrowserCookie {
  readonly name: string;
  readonly value: string;
  /** The host it belongs to, without a leading dot. */
  readonly domain: string;
  /** Only for that host, not for those below it. */
  readonly hostOnly: boolean;
  readonly path: string;
  readonly secure: boolean;
  readonly httpOnly: boolean;
  readonly sameSite: 'no_restriction' | 'lax' | 'strict' | 'unspecified';
  /** Epoch seconds; absent: it goes with the browser. */
  readonly expiresAt?: number | undefined;
}

/** Cookies of a domain and of the hosts below it. Needs leave for all of them: others are not told of. */
export async function listCookies(domain: string): Promise<BrowserCookie[]> {
  const found = await browser.cookies.getAll({ domain });
  return found.map((cookie) => ({
    name: cookie.name,
    value: cookie.value,
    domain: cookie.domain.replace(/^\./, ''),
    hostOnly: cookie.hostOnly,
    path: cookie.path,
    secure: cookie.secure,
    httpOnly: cookie.httpOnly,
    sameSite: toSameSite(cookie.sameSite),
    ...(cookie.expirationDate === undefined ? {} : { expiresAt: cookie.expirationDate }),
  }));
}

/** Sets a cookie, in place of the one of that name there. Fails where the browser does not take it. */
export async function putCookie(cookie: BrowserCookie): Promise<void> {
  const { name, value, path, secure, httpOnly, sameSite, expiresAt } = cookie;
  const taken = (await browser.cookies.set({
    url: toUrl(cookie),
    ...(cookie.hostOnly ? {} : { domain: cookie.domain }),
    ...{ name, value, path, secure, httpOnly },
    // What a site left open is left open: naming it would make another cookie of it.
    ...(sameSite === 'unspecified' ? {} : { sameSite }),
    ...(expiresAt === undefined ? {} : { expirationDate: expiresAt }),
  })) as unknown;
  if (taken === null || taken === undefined) throw new Error('the browser did not take the cookie');
}

/** Removes a cookie; one that is gone already is no failure. */
export async function removeCookie(cookie: Pick<BrowserCookie, 'name' | 'domain' | 'path'>): Promise<void> {
  await browser.cookies.remove({ url: toUrl(cookie), name: cookie.name });
}

const toUrl = ({ domain, path }: Pick<BrowserCookie, 'domain' | 'path'>): string =>
  `https://${domain}${path}`;

function toSameSite(said: string | undefined): BrowserCookie['sameSite'] {
  return said === 'no_restriction' || said === 'lax' || said === 'strict' ? said : 'unspecified';
}
