import { join } from 'node:path';
import { projectDir } from '../project-paths';
import { downloadedBrowsersDir } from './browser-candidates';
import type { BrowserKind } from './browser-kind';
import { runCommand } from '../run-command';

const modules = join(projectDir, 'node_modules');

/**
 * The ordinary installers: Playwright's for Chromium; puppeteer's for Firefox, because the Firefox that Playwright
 * ships is changed for its own protocol and is not driven by WebDriver BiDi (Playwright documentation, 2026-11).
 */
const installers: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [join(modules, 'playwright-core', 'cli.js'), 'install', '--no-shell', 'chromium'],
  firefox: [
    join(modules, '@puppeteer', 'browsers', 'lib', 'cjs', 'main-cli.js'),
    'install',
    'firefox@stable',
    '--path',
    downloadedBrowsersDir,
  ],
};

/** Size of the download in words, for the question. */
export const downloadSize: Readonly<Record<BrowserKind, string>> = {
  chromium: 'about 180 MB',
  firefox: 'about 80 MB',
};

/**
 * Downloads a browser into the project's `.cache/browsers`. Gives `undefined` when it worked, else the reason. A
 * network that lets nothing through costs one minute, not the installers' own many retries.
 */
export async function downloadBrowser(kind: BrowserKind): Promise<string | undefined> {
  const result = await runCommand(process.execPath, installers[kind], {
    env: { PLAYWRIGHT_BROWSERS_PATH: downloadedBrowsersDir },
    firstSign: { pattern: /\d+(\.\d+)?%|downloaded to/, withinMs: 60_000 },
    silenceMs: 180_000,
    onText: (text) => process.stdout.write(text),
  });
  if (result.exitCode === 0) return undefined;
  return result.reason ?? lastLine(result.text) ?? `the installer ended with code ${result.exitCode}`;
}

function lastLine(text: string): string | undefined {
  const lines = text.split('\n').map((line) => line.trim());
  return lines.find((line) => /^Error:/.test(line)) ?? lines.filter((line) => line !== '').at(-1);
}
