import type { Page } from 'playwright-core';

/** Waits until everything that moves into its place has arrived; what moves for ever is not waited for. */
export async function waitForRest(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .filter((animation) => Number.isFinite(Number(animation.effect?.getComputedTiming().endTime)))
      .every((animation) => animation.playState !== 'running'),
  );
}
