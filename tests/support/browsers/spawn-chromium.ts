import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { waitFor } from '../wait-for';
import { startChromiumProcess } from './chromium-process';
import type { ProcessOptions } from './chromium-process';
import { readDebuggingPort } from './read-debugging-port';

export interface SpawnedChromium {
  readonly browser: Browser;
  /** Ends the browser; resolves when its process is gone. */
  end(): Promise<void>;
}

/**
 * Starts Chromium as a user would and connects to it afterwards. A browser that the driver starts itself takes every tab
 * for the one in front; here a tab that is left is hidden.
 */
export async function spawnChromium(options: ProcessOptions): Promise<SpawnedChromium> {
  const { child, end } = startChromiumProcess(options);
  const port = await waitFor(
    () => (child.exitCode === null ? readDebuggingPort(options.profileDir) : undefined),
    {
      what: 'Chromium to say its debugging port',
    },
  );
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { noDefaults: true });
  return {
    browser,
    async end() {
      await browser.close();
      await end();
    },
  };
}
