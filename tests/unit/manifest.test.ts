import { describe, expect, test } from 'vitest';
import { createManifest } from '../../src/manifest';

const SITE = ['*://www.xiaohongshu.com/*', '*://www.rednote.com/*'];

describe.each(['chrome', 'edge', 'firefox'])('the manifest for %s', (browser) => {
  const manifest = createManifest(browser);

  test('leaves private windows alone', () => {
    expect(manifest.incognito).toBe('not_allowed');
  });

  test('runs on the site and nowhere else, and lends nothing to pages', () => {
    expect(manifest.host_permissions).toEqual(SITE);
    for (const script of manifest.content_scripts ?? []) expect(script.matches).toEqual(SITE);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test('may be let on to providers, over https alone, and its pages reach nobody else', () => {
    const hosts = [
      'api.tikhub.io',
      'api.tikhub.dev',
      'cache.tikhub.io',
      'api.justoneapi.com',
      'api.parse.bot',
    ];
    expect(manifest).toHaveProperty(
      'optional_host_permissions',
      hosts.map((host) => `https://${host}/*`),
    );
    const { extension_pages: policy = '' } = manifest.content_security_policy as { extension_pages?: string };
    const connect = policy.split('; ').find((rule) => rule.startsWith('connect-src'));
    expect(connect).toBe(`connect-src 'self' ${hosts.map((host) => `https://${host}`).join(' ')}`);
  });
});
