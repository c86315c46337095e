import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildExtension, fingerprintSources } from '../support/built-extension';
import { cacheDir } from '../support/project-paths';
import { findWorkingBrowser } from '../support/setup/find-working-browser';

const profileDir = join(cacheDir, 'live-profile');

/**
 * Opens the real site with the extension, in a profile that is used for nothing else, and waits until the browser is
 * closed. Started plainly, with no driver attached: what happens there is what the person at the screen does.
 */
export async function openLiveSite(): Promise<number> {
  console.log('Building the extension …');
  const extensionDir = await buildExtension('chrome');
  const { path } = await findWorkingBrowser('chromium');
  mkdirSync(profileDir, { recursive: true });
  dropOldWorker();
  console.log(`The real site opens, in a profile of its own (${profileDir}). Close the browser to end this.`);
  const child = spawn(
    path,
    [
      `--user-data-dir=${profileDir}`,
      `--disable-extensions-except=${extensionDir}`,
      `--load-extension=${extensionDir}`,
      '--no-first-run',
      '--no-default-browser-check',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      'https://www.xiaohongshu.com/explore',
    ],
    { stdio: 'ignore' },
  );
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** A profile that is used again keeps the worker's old script, though the files have changed (measured, Chromium 156). */
function dropOldWorker(): void {
  const stampPath = join(profileDir, 'built-from.txt');
  const fingerprint = fingerprintSources();
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === fingerprint) return;
  rmSync(join(profileDir, 'Default', 'Service Worker'), { recursive: true, force: true });
  writeFileSync(stampPath, fingerprint);
}
