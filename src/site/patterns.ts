/**
 * What is read below the API's version (site bundle 6.12.1, 2026-05). The search has moved from `v1` on `edith.` to `v2`
 * on `so.` (seen live 2026-07), so versions are left out. `user/me` and `user/selfinfo`, which every page asks for, are
 * left alone: who looks stands in the page's state, and each copy costs the page time.
 */
const PATHS =
  '?feed?homefeed?homefeed/initial_load?search/notes?comment/page?comment/sub/page?comment/post?user_posted' +
  '?note/collect/page?note/like/page?note/like?note/dislike?note/collect?note/uncollect' +
  '?comment/like?comment/dislike?comment/delete' +
  '?user/otherinfo?you/mentions?you/likes?you/connections?';

/** API hosts: `edith.` and `so.` of xiaohongshu.com, `webapi.` of rednote.com; the ends of the names are enough. */
const XIAOHONGSHU = '.xiaohongshu.com';
const REDNOTE = '.rednote.com';

const API = '/api/sns/web/v';

/*
 * The browser's own functions, taken before a page's first script, and no regular expression: a page could have wrapped
 * what these call, and could read in `RegExp.lastMatch` that one was used.
 */
const { apply } = Reflect;
const { endsWith, indexOf, slice, toLowerCase } = String.prototype;
const ask = apply as (method: unknown, text: string, args: readonly unknown[]) => unknown;

const sliceOf = (text: string, from: number, to?: number) => ask(slice, text, [from, to]) as string;
const indexIn = (text: string, part: string, from = 0) => ask(indexOf, text, [part, from]) as number;
const cutAt = (text: string, mark: string): string => {
  const at = indexIn(text, mark);
  return at === -1 ? text : sliceOf(text, 0, at);
};

/**
 * Whether an address is one of the site's calls whose answer is read. Relative addresses count by the page's own host.
 * Never throws: it runs inside the page's own requests.
 */
export function isKnownEndpoint(url: string): boolean {
  // Almost every address of a page ends here.
  const at = indexIn(url, API);
  if (at === -1) return false;
  const path = cutAt(cutAt(sliceOf(url, at + API.length), '?'), '#');
  // One digit of the version, a slash, the name, in which there is no question mark any more.
  const digit = path[0] ?? '';
  if (digit < '0' || digit > '9' || path[1] !== '/') return false;
  if (indexIn(PATHS, `?${sliceOf(path, 2)}?`) === -1) return false;
  return at === 0 || isApiHost(sliceOf(url, 0, at));
}

/** Takes what stands before the path: a scheme or none, two slashes, a host with a port or none. */
function isApiHost(origin: string): boolean {
  const lower = ask(toLowerCase, origin, []) as string;
  const start = indexIn(lower, '//');
  const scheme = sliceOf(lower, 0, start);
  if (start === -1 || (scheme !== '' && scheme !== 'https:' && scheme !== 'http:')) return false;
  const named = sliceOf(lower, start + 2);
  // A slash, a query or a user's name before the host: not the address of a call.
  if (indexIn(named, '/') !== -1 || indexIn(named, '?') !== -1 || indexIn(named, '@') !== -1) return false;
  const host = `.${cutAt(named, ':')}`;
  return (ask(endsWith, host, [XIAOHONGSHU]) as boolean) || (ask(endsWith, host, [REDNOTE]) as boolean);
}
