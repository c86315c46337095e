/**
 * Hosts from which the site shows pictures, avatars and video: the CDN of both sites and the older picture hosts
 * (server pages and states, 2024 to 2025-12; `rednotecdn.com`: public downloaders, 2025).
 */
const HOST = /(?:^|\.)(?:xhscdn\.(?:com|net)|rednotecdn\.com|xiaohongshu\.com)$/;

/**
 * The address of a picture or video, over https: the site writes many as http, its CDN serves both. `undefined` for
 * what is no address of the site's media hosts, so that nothing else is ever loaded or linked.
 */
export function parseMediaUrl(raw: unknown): string | undefined {
  if (typeof raw !== 'string' || raw.length > 4_000 || !/^https?:\/\//i.test(raw)) return undefined;
  let url: URL;
  try {
    url = new URL(raw);
  } catch {
    return undefined; // Not an address.
  }
  if (!HOST.test(url.hostname) || url.username !== '' || url.port !== '') return undefined;
  // Not `url.href`: addresses are signed, and writing them anew may change a character.
  return raw.replace(/^http:/i, 'https:');
}
