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
});
