/**
 * Cookies that say who is logged in (public clients of the site, 2024 to 2026). Guests have a `web_session`, too; only
 * pages tell whether it is that of a login.
 */
export const LOGIN_COOKIES = ['web_session', 'id_token'] as const;

/** The cookie that names the device. Pages sign their calls with it, and a login is bound to it (the same sources). */
export const DEVICE_COOKIE = 'a1';

/** The domain on which a host of the site keeps its cookies: `xiaohongshu.com`, `rednote.com`. */
export const toCookieDomain = (host: string): string => host.split('.').slice(-2).join('.');

/**
 * All hosts of both sites, the API's among them: a tab with a login of its own must carry it to each of them. `*://`
 * because cookies that are not Secure belong to http (measured, Chromium 156).
 */
export const LOGIN_PATTERNS = ['*://*.xiaohongshu.com/*', '*://*.rednote.com/*'] as const;
