/** What a host of this world is for. Names as saved pages and the site's own code use them (2025-12, 2026-05). */
export type HostRole = 'site' | 'api' | 'asset' | 'cdn' | 'emoji' | 'short-link' | 'provider';

const EXACT: Readonly<Record<string, HostRole>> = {
  'www.xiaohongshu.com': 'site',
  'www.rednote.com': 'site',
  'edith.xiaohongshu.com': 'api',
  'so.xiaohongshu.com': 'api',
  'webapi.rednote.com': 'api',
  'fe-static.xhscdn.com': 'asset',
  'ci.xiaohongshu.com': 'cdn',
  'picasso-static.xiaohongshu.com': 'emoji',
  'xhslink.com': 'short-link',
  'api.tikhub.io': 'provider',
  'api.tikhub.dev': 'provider',
  'cache.tikhub.io': 'provider',
  'api.justoneapi.com': 'provider',
  'api.parse.bot': 'provider',
};

/** Any name below these: `sns-webpic-qc`, `sns-video-hw`, `sns-img-bd`, `sns-avatar-qc`, `sns-bak-v1`, `sns-web-i10` … */
const CDN_DOMAINS = ['xhscdn.com', 'rednotecdn.com'] as const;

export const SITE_HOSTS = ['www.xiaohongshu.com', 'www.rednote.com'] as const;

/** All names a certificate and a resolver need. */
export const WORLD_HOST_PATTERNS: readonly string[] = [
  ...Object.keys(EXACT).filter((host) => !host.endsWith('.xhscdn.com')),
  ...CDN_DOMAINS.map((domain) => `*.${domain}`),
];

/** The role of a host (without port); `undefined`: not of this world. */
export function findHostRole(host: string): HostRole | undefined {
  const exact = EXACT[host];
  if (exact !== undefined) return exact;
  return CDN_DOMAINS.some((domain) => host.endsWith(`.${domain}`)) ? 'cdn' : undefined;
}

/** The API host that the pages of a site host call. */
export function apiHostOf(siteHost: string): string {
  return siteHost === 'www.rednote.com' ? 'webapi.rednote.com' : 'edith.xiaohongshu.com';
}
