import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { cacheDir } from '../project-paths';
import type { BrowserKind } from './browser-kind';

/** Where this project keeps the browsers it downloads. */
export const downloadedBrowsersDir = join(cacheDir, 'browsers');

const commands: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-for-testing',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ],
  firefox: ['firefox', 'firefox-esr', 'firefox-developer-edition'],
};

/** Executables inside a downloaded browser, by the name of the file; headless shells have no extensions. */
const executableNames: Readonly<Record<BrowserKind, RegExp>> = {
  chromium: /^(chrome|chrome\.exe|Chromium|Google Chrome for Testing)$/,
  firefox: /^(firefox|firefox\.exe)$/,
};

const fixedPaths: Readonly<Record<BrowserKind, readonly string[]>> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/snap/bin/chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    'C:\\Program Files\\Chromium\\Application\\chrome.exe',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
  firefox: [
    '/usr/bin/firefox',
    '/usr/bin/firefox-esr',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
  ],
};

/** Folders in which Playwright and puppeteer keep browsers (their documentation, 2026-11). */
function cacheFolders(): readonly string[] {
  const home = homedir();
  return [
    downloadedBrowsersDir,
    process.env['PLAYWRIGHT_BROWSERS_PATH'],
    join(home, '.cache', 'ms-playwright'),
    join(home, 'Library', 'Caches', 'ms-playwright'),
    process.env['LOCALAPPDATA'] && join(process.env['LOCALAPPDATA'], 'ms-playwright'),
    process.env['PUPPETEER_CACHE_DIR'] ?? join(home, '.cache', 'puppeteer'),
  ].filter((folder): folder is string => folder !== undefined && folder !== '' && folder !== '0');
}

/** Files of that name below a folder, at most `depth` levels deep; newest version first by its folder's name. */
function findExecutables(folder: string, name: RegExp, depth: number): readonly string[] {
  if (depth < 0 || !existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    b.name.localeCompare(a.name, 'en', { numeric: true }),
  );
  const files = entries
    .filter((entry) => entry.isFile() && name.test(entry.name))
    .map((entry) => join(folder, entry.name));
  if (files.length > 0) return files;
  return entries
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => findExecutables(join(folder, entry.name), name, depth - 1));
}

/** Browsers that this project has downloaded itself. */
export function listDownloadedBrowsers(kind: BrowserKind): readonly string[] {
  return findExecutables(downloadedBrowsersDir, executableNames[kind], 5);
}

/**
 * Executables on this machine that may be a browser of that kind, likeliest first, each file once. Nothing is said
 * about whether they run an extension: branded Chrome from 137 on ignores `--load-extension`, for one.
 */
export function listCandidates(kind: BrowserKind): readonly string[] {
  const onPath = (process.env['PATH'] ?? '')
    .split(delimiter)
    .filter((folder) => folder !== '')
    .flatMap((folder) =>
      commands[kind].flatMap((command) => [join(folder, command), join(folder, `${command}.exe`)]),
    );
  const downloaded = cacheFolders().flatMap((folder) => findExecutables(folder, executableNames[kind], 5));
  const byRealPath = new Map<string, string>();
  for (const path of [...onPath, ...fixedPaths[kind], ...downloaded]) {
    if (!existsSync(path) || !statSync(path).isFile()) continue;
    const realPath = realpathSync(path);
    if (!byRealPath.has(realPath)) byRealPath.set(realPath, path);
  }
  return [...byRealPath.values()];
}
