/**
 * What the browser is asked for when it keeps the extension out of the site: the same patterns as the manifest's
 * `host_permissions`. A pure table, so that it can be named before anything is awaited in the user's click.
 */
export const SITE_ORIGINS = ['*://www.xiaohongshu.com/*', '*://www.rednote.com/*'] as const;
