import type { Page } from 'playwright-core';

/** What belongs to one gesture (a scroll and the click after it) lies closer together than this. */
const SAME_GESTURE_MS = 500;

interface Recording {
  gestureTimes?: number[];
}

/**
 * Has the page note when it is clicked or scrolled from now on; the result tells the beginnings of the gestures so far,
 * in ms of one clock. What the page draws by itself moves its scroller too, so only scrolls that nothing preceded count.
 */
export async function recordGestures(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    const times: number[] = [];
    (globalThis as Recording).gestureTimes = times;
    const note = () => times.push(performance.now());
    document.addEventListener('click', note, true);
    document.addEventListener('scroll', note, true);
  });
  return async () => {
    const times = await page.evaluate(() => (globalThis as Recording).gestureTimes ?? []);
    return times.filter((time, index) => time - (times[index - 1] ?? -Infinity) > SAME_GESTURE_MS);
  };
}
