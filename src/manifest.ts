import type { UserManifest } from 'wxt';
import { PROVIDER_FAMILIES, toHostPatterns } from './model/providers/provider.catalog';
import { CDN_PATTERNS, PICTURE_DOMAINS, VIDEO_DOMAINS } from './site/media-hosts.catalog';
import { LOGIN_PATTERNS } from './site/logins/login-cookies.catalog';
import { SITE_PATTERNS } from './site/site-patterns.catalog';

/**
 * Named here, not found by WXT: its wrapper around content scripts costs a page more than the scripts themselves. Both
 * run before the page's first script; each of them may be the first of the two.
 */
const CONTENT_SCRIPTS = [
  { matches: SITE_PATTERNS, js: ['page.js'], run_at: 'document_start', all_frames: false },
  { matches: SITE_PATTERNS, js: ['observer.js'], run_at: 'document_start', all_frames: false, world: 'MAIN' },
];

/** Asked for only when a key of that provider is saved. */
const PROVIDER_HOSTS = PROVIDER_FAMILIES.flatMap(toHostPatterns);

const toSources = (domains: readonly string[]) => domains.map((domain) => `https://*.${domain}`).join(' ');

/** Pages of the extension load code from themselves only, and pictures and video from the site's own hosts only. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  `img-src 'self' data: blob: ${toSources(PICTURE_DOMAINS)}`,
  `media-src 'self' blob: ${toSources(VIDEO_DOMAINS)}`,
  `connect-src 'self' ${[...PROVIDER_HOSTS, ...CDN_PATTERNS].map((pattern) => pattern.slice(0, -2)).join(' ')}`,
  "worker-src 'self'",
  "font-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/**
 * Firefox gives leave to use containers at install or never (measured, Firefox 153). `store`, the one that everybody gets, asks
 * for nothing of it and knows no other accounts; `full` has it. Other browsers have the first alone.
 */
export type Edition = 'store' | 'full';

/**
 * The manifest by browser; why each permission is asked for stands in PRIVACY.md. Private windows are left alone.
 */
export function createManifest(browser: string, edition: Edition = 'store'): UserManifest {
  const firefox = browser === 'firefox';
  const withContainers = firefox && edition === 'full';
  return {
    name: '__MSG_name__',
    short_name: '__MSG_shortName__',
    description: '__MSG_description__',
    default_locale: 'zh_CN',
    incognito: 'not_allowed',
    permissions: [
      'alarms',
      'contextMenus',
      'downloads',
      'scripting',
      'storage',
      'unlimitedStorage',
      ...(firefox ? [] : ['offscreen', 'sidePanel']),
      ...(withContainers ? ['contextualIdentities', 'cookies'] : []),
    ],
    // Asked for when the user wants to be told that a job is over; the others when several accounts are switched on.
    optional_permissions: [
      'notifications',
      ...(firefox ? [] : ['cookies', 'declarativeNetRequestWithHostAccess']),
    ],
    host_permissions: SITE_PATTERNS,
    // Of the CDN when media are saved, of a provider when its key is, of all hosts of the site with several accounts.
    optional_host_permissions: [
      ...PROVIDER_HOSTS,
      ...CDN_PATTERNS,
      ...(firefox && !withContainers ? [] : LOGIN_PATTERNS),
    ],
    content_scripts: CONTENT_SCRIPTS,
    content_security_policy: { extension_pages: PAGE_POLICY },
    commands: {
      // Alt+Shift+X is never assigned (tried with real keys, Chromium 156).
      'open-panel': { suggested_key: { default: 'Alt+Shift+H' }, description: '__MSG_commandOpenPanel__' },
      'export-csv': { suggested_key: { default: 'Alt+Shift+E' }, description: '__MSG_commandExportCsv__' },
    },
    ...(firefox
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'hongshu-companion@hongshu-companion.org',
              strict_min_version: '140.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120' }),
  } as UserManifest;
}
