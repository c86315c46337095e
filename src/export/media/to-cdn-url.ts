import { isCdnHost } from '../../site/media-hosts.catalog';

/**
 * The address to download from: https, of the site's CDN, with nothing else of its own in it; `undefined` for every
 * other. The site gives its pictures as `http://`; the CDN answers on https too, and only that is used.
 */
export function toCdnUrl(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.protocol === 'http:') url.protocol = 'https:';
  const isPlain = url.port === '' && url.username === '' && url.password === '';
  return url.protocol === 'https:' && isPlain && isCdnHost(url.hostname) ? url.href : undefined;
}

/** The address as a report may hold it: what stands behind the path (`sign`, `t` …) opens the file for whoever has it. */
export function toReportedUrl(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname}`;
}
