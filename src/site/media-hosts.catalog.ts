/** The CDN of both sites (server pages and states, 2024 to 2025-12; `rednotecdn.com`: public downloaders, 2025). */
const CDN_DOMAINS = ['xhscdn.com', 'xhscdn.net', 'rednotecdn.com'] as const;

/** Domains from whose hosts the site shows video. */
export const VIDEO_DOMAINS: readonly string[] = CDN_DOMAINS;

/** Domains from whose hosts the site shows pictures and avatars: the CDN and the older picture hosts. */
export const PICTURE_DOMAINS: readonly string[] = [...CDN_DOMAINS, 'xiaohongshu.com'];

/** What the browser is asked for when media are saved: the CDN alone, never the hosts of pages. */
export const CDN_PATTERNS: readonly string[] = CDN_DOMAINS.map((domain) => `https://*.${domain}/*`);

/** Whether this is a host of the CDN. */
export const isCdnHost = (hostname: string): boolean =>
  CDN_DOMAINS.some((domain) => hostname.endsWith(`.${domain}`));

const MEDIA_HOST = new RegExp(`(?:^|\\.)(?:${PICTURE_DOMAINS.join('|').replaceAll('.', '\\.')})$`);

/** Whether pictures or video of the site come from this host. */
export const isMediaHost = (hostname: string): boolean => MEDIA_HOST.test(hostname);
