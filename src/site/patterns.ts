/**
 * Ends of the paths that are read, below the API's hosts (site bundle 6.12.1, 2026-05). The search has moved from
 * `v1` on `edith.` to `v2` on `so.` (seen live 2026-07), so its version is left out.
 */
const PATH =
  /\/api\/sns\/web\/(?:v\d\/(?:feed|homefeed(?:\/initial_load)?|search\/notes|comment\/(?:sub\/)?page|comment\/post|user_posted|note\/(?:collect|like)\/page|note\/(?:like|dislike|collect|uncollect)|user\/(?:me|selfinfo|otherinfo)|you\/(?:mentions|likes|connections)))$/;

/** API hosts: `edith.` and `so.` of xiaohongshu.com, `webapi.` of rednote.com; the ends of the names are enough. */
const HOST = /(?:^|\.)(?:xiaohongshu|rednote)\.com$/;

/**
 * Whether an address is one of the site's calls whose answer is read. Relative addresses count by the page's own host.
 * Never throws: it runs inside the page's own requests.
 */
export function isKnownEndpoint(url: string): boolean {
  // Almost every address of a page ends here, without an URL being made of it.
  if (!url.includes('/api/sns/web/')) return false;
  const match = /^(?:https?:)?\/\/([^/?#]+)([^?#]*)/i.exec(url);
  if (!match) return url.startsWith('/') && PATH.test(url.replace(/[?#].*$/s, ''));
  return HOST.test((match[1] ?? '').replace(/:\d+$/, '').toLowerCase()) && PATH.test(match[2] ?? '');
}
