import type { Locator, Page } from 'playwright-core';

/**
 * Clicks what closes its own page, as a popup's buttons do, and resolves when the page has closed. The page is often gone
 * before the driver has heard that its click has ended, which is no failure.
 */
export async function clickAway(page: Page, target: Locator): Promise<void> {
  const closed = page.waitForEvent('close');
  await Promise.all([
    closed,
    target.click().catch((error: unknown) => {
      if (!page.isClosed()) throw error;
    }),
  ]);
}
