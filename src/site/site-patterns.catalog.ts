/** The two hosts of the site. */
export const SITE_HOSTS = ['www.xiaohongshu.com', 'www.rednote.com'] as const;

/**
 * All of their pages, as match patterns: what the manifest asks for, and what the user is asked for where the browser
 * keeps the extension out. `*://` because cookies that are not Secure belong to http (measured, Chromium 156).
 */
export const SITE_PATTERNS = SITE_HOSTS.map((host) => `*://${host}/*`);

/** Addresses of notes on both hosts (route table of site bundle xhs-pc-web 6.12.1, 2026-05). */
export const NOTE_LINK_PATTERNS = SITE_HOSTS.flatMap((host) => [
  `*://${host}/explore/*`,
  `*://${host}/discovery/item/*`,
  `*://${host}/search_result/*`,
  `*://${host}/search_result_ai/*`,
  `*://${host}/user/profile/*/*`,
  `*://${host}/board/*/*`,
  `*://${host}/notification/*`,
  `*://${host}/activity/51/*`,
]);

/** Whether an address is that of a page on one of the two hosts. */
export function isSitePage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return (protocol === 'https:' || protocol === 'http:') && SITE_HOSTS.some((known) => known === host);
}
