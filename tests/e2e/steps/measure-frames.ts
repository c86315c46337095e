import type { Page } from 'playwright-core';

/** The longest time in ms between two frames that the page drew while `act` ran. */
export async function measureFrames(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate(() => {
    const state = { longest: 0, isRunning: true };
    (globalThis as unknown as { frames?: typeof state }).frames = state;
    let before = performance.now();
    const look = (now: number) => {
      state.longest = Math.max(state.longest, now - before);
      before = now;
      if (state.isRunning) requestAnimationFrame(look);
    };
    requestAnimationFrame((now) => {
      before = now;
      requestAnimationFrame(look);
    });
  });
  await act();
  return page.evaluate(() => {
    const { frames } = globalThis as unknown as { frames?: { longest: number; isRunning: boolean } };
    if (!frames) throw new Error('The page was left while its frames were measured.');
    frames.isRunning = false;
    return frames.longest;
  });
}
