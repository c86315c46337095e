import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { readFileSync } from 'node:fs';
import { waitFor } from '../wait-for';

export interface SpawnedChromium {
  readonly browser: Browser;
  /** Ends the browser; resolves when its process is gone. */
  end(): Promise<void>;
}

export interface SpawnOptions {
  readonly path: string;
  readonly profileDir: string;
  readonly headless: boolean;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * Starts Chromium as a user would and connects to it afterwards. A browser that the driver starts itself takes every tab
 * for the one in front; here a tab that is left is hidden.
 */
export async function spawnChromium(options: SpawnOptions): Promise<SpawnedChromium> {
  const child = spawn(
    options.path,
    [
      ...options.args,
      `--user-data-dir=${options.profileDir}`,
      ...(options.headless ? ['--headless'] : []),
      'about:blank',
    ],
    { stdio: 'ignore', env: { ...process.env, ...options.env } },
  );
  const exited = once(child, 'exit');
  const port = await waitFor(() => (child.exitCode === null ? readPort(options.profileDir) : undefined), {
    what: 'Chromium to say its debugging port',
  });
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  return {
    browser,
    async end() {
      await browser.close();
      child.kill();
      await exited;
    },
  };
}

/** Written by the browser when it listens. */
function readPort(profileDir: string): string | undefined {
  try {
    return readFileSync(join(profileDir, 'DevToolsActivePort'), 'utf8').split('\n')[0];
  } catch {
    return undefined; // not written yet
  }
}
