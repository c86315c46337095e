/** The two hosts of the site, as match patterns; the manifest asks for the same. */
export const SITE_PATTERNS = ['*://www.xiaohongshu.com/*', '*://www.rednote.com/*'] as const;

/** Addresses of notes on both hosts (route table of site bundle xhs-pc-web 6.12.1, 2026-05). */
export const NOTE_LINK_PATTERNS = ['www.xiaohongshu.com', 'www.rednote.com'].flatMap((host) => [
  `*://${host}/explore/*`,
  `*://${host}/discovery/item/*`,
  `*://${host}/search_result/*`,
  `*://${host}/user/profile/*/*`,
  `*://${host}/board/*/*`,
]);
