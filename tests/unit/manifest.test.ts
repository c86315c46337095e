import { describe, expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { createManifest } from '../../src/manifest';
import type { Edition } from '../../src/manifest';
import { projectDir } from '../support/project-paths';

const SITE = ['*://www.xiaohongshu.com/*', '*://www.rednote.com/*'];

const BUILDS: readonly (readonly [browser: string, edition: Edition])[] = [
  ['chrome', 'store'],
  ['edge', 'store'],
  ['firefox', 'store'],
  ['firefox', 'full'],
];

describe.each(BUILDS)('the manifest for %s, %s', (browser, edition) => {
  const manifest = createManifest(browser, edition);

  test('leaves private windows alone', () => {
    expect(manifest.incognito).toBe('not_allowed');
  });

  test('runs on the site and nowhere else, and lends nothing to pages', () => {
    expect(manifest.host_permissions).toEqual(SITE);
    for (const script of manifest.content_scripts ?? []) expect(script.matches).toEqual(SITE);
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  test('may be let on to providers and the CDN, over https alone, and its pages reach nobody else', () => {
    const hosts = [
      'api.tikhub.io',
      'api.tikhub.dev',
      'cache.tikhub.io',
      'api.justoneapi.com',
      'api.parse.bot',
      '*.xhscdn.com',
      '*.xhscdn.net',
      '*.rednotecdn.com',
    ];
    const logins =
      browser === 'firefox' && edition === 'store' ? [] : ['*://*.xiaohongshu.com/*', '*://*.rednote.com/*'];
    expect(manifest).toHaveProperty('optional_host_permissions', [
      ...hosts.map((host) => `https://${host}/*`),
      ...logins,
    ]);
    const { extension_pages: policy = '' } = manifest.content_security_policy as { extension_pages?: string };
    const connect = policy.split('; ').find((rule) => rule.startsWith('connect-src'));
    expect(connect).toBe(`connect-src 'self' ${hosts.map((host) => `https://${host}`).join(' ')}`);
  });
});

describe('the table of permissions in PRIVACY.md', () => {
  const text = readFileSync(`${projectDir}/PRIVACY.md`, 'utf8');
  const table = text.slice(text.indexOf('## Why each permission'), text.indexOf('No `tabs`'));
  const listed = table
    .split('\n')
    .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  const manifests = BUILDS.map(([browser, edition]) => createManifest(browser, edition));

  test('justifies every permission and host that a manifest names, and no other', () => {
    const hosts = manifests.flatMap(({ host_permissions: own, optional_host_permissions: optional }) =>
      [...(own ?? []), ...(optional ?? [])].map((pattern) => pattern.split('/')[2]),
    );
    const permissions = manifests.flatMap(({ permissions: own, optional_permissions: optional }) => [
      ...(own ?? []),
      ...(optional ?? []),
    ]);
    expect([...new Set(listed)].toSorted()).toEqual([...new Set([...permissions, ...hosts])].toSorted());
    const logins = ['cookies', 'declarativeNetRequestWithHostAccess'];
    expect(manifests.map((manifest) => manifest.optional_permissions)).toEqual([
      ['notifications', ...logins],
      ['notifications', ...logins],
      ['notifications'],
      ['notifications'],
    ]);
    // What Firefox gives at install or never: the one build asks for it, and the other has nothing of it.
    const [, , store, full] = manifests.map((manifest) => manifest.permissions ?? []);
    expect(full?.filter((name) => !store?.includes(name))).toEqual(['contextualIdentities', 'cookies']);
    expect(store?.filter((name) => !full?.includes(name))).toEqual([]);
  });

  test('names the lowest versions, and that nothing is collected', () => {
    expect(manifests.map((manifest) => manifest.minimum_chrome_version)).toEqual([
      '120',
      '120',
      ...[undefined, undefined],
    ]);
    for (const firefox of manifests.slice(2))
      expect(firefox.browser_specific_settings?.gecko).toMatchObject({
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      });
    expect(text).toContain('Chrome and Edge 120, Firefox 140');
    expect(text).toContain('data collection declaration is _none_');
  });
});
