import type { Page } from 'playwright-core';
import type { RunningChromium } from '../../support/chromium';

/** Opens one of the extension's pages in a window of its own behind the one in front, whose tab stays in sight. */
export async function openWindow({ context, extension }: RunningChromium, path: string): Promise<Page> {
  const url = extension.urlOf(path);
  const opened = context.waitForEvent('page');
  const order = JSON.stringify({ url, focused: false });
  await extension.evaluate(`chrome.windows.create(${order}).then(() => undefined)`);
  const page = await opened;
  await page.waitForURL(url);
  return page;
}
