import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { waitFor } from '../wait-for';
import { readDebuggingPort } from './read-debugging-port';

interface DevtoolsTarget {
  readonly id: string;
  readonly type: string;
  readonly url: string;
}

/** Pages of a running Chromium that its driver does not list: the real popup and the real side panel. */
export interface DevtoolsPages {
  /** All targets, as the browser's own list has them. */
  list(): Promise<readonly DevtoolsTarget[]>;
  /**
   * The first page whose URL begins with `url`, as a driven page. A connection of its own is made for it: one that
   * exists before the popup or panel opens does not get to see it.
   */
  attach(url: string, timeoutMs?: number): Promise<Page>;
  /** Lets go of all attached pages; they stay open. */
  detach(): Promise<void>;
}

/** @param profileDir Where Chromium, started with `--remote-debugging-port=0`, writes the port it has taken. */
export async function createDevtoolsPages(profileDir: string): Promise<DevtoolsPages> {
  const port = await waitFor(() => readDebuggingPort(profileDir), {
    what: 'Chromium to say its debugging port',
  });
  const origin = `http://127.0.0.1:${port}`;
  const connections: Browser[] = [];
  const list = async () => (await (await fetch(`${origin}/json/list`)).json()) as readonly DevtoolsTarget[];
  return {
    list,
    async attach(url, timeoutMs = 15_000) {
      await waitFor(async () => (await list()).some((target) => target.url.startsWith(url)), {
        what: `${url} to be open`,
        timeoutMs,
      });
      // No defaults: they would take downloads away from the browser, and the focus from the page that has it.
      const browser = await chromium.connectOverCDP(origin, { noDefaults: true });
      connections.push(browser);
      const findPage = () =>
        browser
          .contexts()
          .flatMap((context) => context.pages())
          .find((page) => page.url().startsWith(url));
      const page = await waitFor(findPage, {
        what: `${url} among the pages of a new connection`,
        timeoutMs: 3_000,
      });
      // Every connection takes hold of every page that opens: those nobody needs any more would slow the next popup down.
      page.once('close', () => void browser.close());
      return page;
    },
    async detach() {
      await Promise.all(connections.splice(0).map((browser) => browser.close()));
    },
  };
}
