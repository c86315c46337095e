import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from '../project-paths';
import type { BrowserKind, WorkingBrowser } from './browser-kind';

interface Remembered extends WorkingBrowser {
  readonly size: number;
  readonly modifiedMs: number;
}

function pathOf(kind: BrowserKind): string {
  return join(cacheDir, `browser-${kind}.json`);
}

/** The browser that answered last time, unless its file has changed or gone since. */
export function recallBrowser(kind: BrowserKind): WorkingBrowser | undefined {
  if (!existsSync(pathOf(kind))) return undefined;
  const { path, version, size, modifiedMs } = JSON.parse(readFileSync(pathOf(kind), 'utf8')) as Remembered;
  if (!existsSync(path)) return undefined;
  const now = statSync(path);
  return now.size === size && now.mtimeMs === modifiedMs ? { path, version } : undefined;
}

/** Keeps the outcome of a probe, so that it is made once and not at each start. */
export function rememberBrowser(kind: BrowserKind, browser: WorkingBrowser): void {
  const { size, mtimeMs } = statSync(browser.path);
  mkdirSync(cacheDir, { recursive: true });
  const remembered: Remembered = { ...browser, size, modifiedMs: mtimeMs };
  writeFileSync(pathOf(kind), `${JSON.stringify(remembered, undefined, 2)}\n`);
}
