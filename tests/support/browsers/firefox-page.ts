import type { Page } from 'puppeteer-core';
import { waitFor } from '../wait-for';

/**
 * Opens a `moz-extension://` page. Firefox emits no load events for the process of extensions (BiDi, measured in
 * Firefox 153): `goto` never resolves although the page has loaded, so its end is looked for in the page itself.
 */
export async function openMozExtensionPage(page: Page, url: string, timeoutMs = 20_000): Promise<void> {
  // Not awaited on purpose; its timeout would be the only thing that ever came back.
  void page.goto(url).catch(() => undefined);
  await waitFor(
    async () => {
      const place = await page.evaluate(() => `${location.href} ${document.readyState}`).catch(() => '');
      return (
        place.startsWith('moz-extension:') &&
        place.endsWith(' complete') &&
        place.startsWith(url.split('#')[0] ?? url)
      );
    },
    { what: `${url} to have loaded`, timeoutMs },
  );
}
