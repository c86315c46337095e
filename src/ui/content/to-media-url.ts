import { isMediaHost } from '../../site/media-hosts.catalog';

/**
 * An address that pages of the extension may load (their content security policy allows the same), or `undefined`. The site gives its pictures as `http://`; the CDN answers on https
 * too, and only that is used.
 */
export function toMediaUrl(address: string | undefined): string | undefined {
  if (address === undefined || !URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol === 'http:') url.protocol = 'https:';
  if (url.protocol !== 'https:' || url.port !== '' || url.username !== '' || url.password !== '')
    return undefined;
  return isMediaHost(url.hostname) ? url.href : undefined;
}
