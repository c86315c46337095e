/**
 * The hosts from which pages of the extension load pictures and video: the site's own CDNs (rendered pages and states,
 * 2025-11 to 2026-05). The manifest's content security policy lists the same.
 */
const MEDIA_HOSTS = /(^|\.)(xhscdn\.com|xiaohongshu\.com|rednotecdn\.com)$/;

/**
 * An address that may be loaded, or `undefined`. The site gives its pictures as `http://`; the CDN answers on https
 * too, and only that is used.
 */
export function toMediaUrl(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol === 'http:') url.protocol = 'https:';
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
    return undefined;
  return MEDIA_HOSTS.test(url.hostname) ? url.href : undefined;
}
