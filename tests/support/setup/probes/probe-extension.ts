import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserKind } from '../browser-kind';

export const probeAddonId = 'probe@hongshu-companion.example';

/** What the background of the probe answers when it is alive. */
export const probeAnswer = 'the probe answers';

const background = `
globalThis.probeAnswer = ${JSON.stringify(probeAnswer)};
const api = globalThis.browser ?? globalThis.chrome;
api.runtime.onMessage.addListener((message, sender, respond) => {
  if (message === 'probe') respond(globalThis.probeAnswer);
});
`;

/**
 * Writes the smallest extension whose background can answer, in a new temporary folder next to an empty profile.
 * `remove` deletes both.
 */
export function writeProbeExtension(kind: BrowserKind): {
  extensionDir: string;
  profileDir: string;
  remove(): void;
} {
  const dir = mkdtempSync(join(tmpdir(), 'extension-probe-'));
  const extensionDir = join(dir, 'extension');
  const profileDir = join(dir, 'profile');
  mkdirSync(extensionDir);
  mkdirSync(profileDir);
  const manifest = {
    manifest_version: 3,
    name: 'Probe',
    version: '1.0',
    background: kind === 'firefox' ? { scripts: ['background.js'] } : { service_worker: 'background.js' },
    ...(kind === 'firefox' ? { browser_specific_settings: { gecko: { id: probeAddonId } } } : {}),
  };
  writeFileSync(join(extensionDir, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(extensionDir, 'background.js'), background);
  writeFileSync(join(extensionDir, 'page.html'), '<!doctype html><title>probe</title>');
  return {
    extensionDir,
    profileDir,
    remove: () => rmSync(dir, { recursive: true, force: true, maxRetries: 5 }),
  };
}
