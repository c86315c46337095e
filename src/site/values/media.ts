import { isMediaHost } from '../media-hosts.catalog';

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
  if (!isMediaHost(url.hostname) || url.username !== '' || url.port !== '') return undefined;
  // Not `url.href`: addresses are signed, and writing them anew may change a character.
  return raw.replace(/^http:/i, 'https:');
}
