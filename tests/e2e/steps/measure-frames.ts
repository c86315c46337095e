import type { Page } from 'playwright-core';

/** What drawing took while something was done to a page. */
export interface DrawingTimes {
  /** The longest time between two frames, ms: what a user sees. On a machine that is busy with something else it says little. */
  readonly longestFrame: number;
  /** The most that one task of the page's own thread has computed, ms of its processor time: however busy the machine is. */
  readonly longestTask: number;
}

const BEGIN = 'drawing-begins';

/** Measures the frames that the page drew while `act` ran, and the tasks that stood between them. */
export async function measureFrames(page: Page, act: () => Promise<void>): Promise<DrawingTimes> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'] },
  });
  await page.evaluate(watchFrames, BEGIN);
  await act();
  const longestFrame = await page.evaluate(stopWatching);
  const isComplete = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await isComplete;
  await session.detach();
  return { longestFrame, longestTask: findLongestTask(events) };
}

/** Of Chromium's trace, times in microseconds; `tdur`: what the thread itself has used of the processor. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly tdur?: number;
}

function findLongestTask(events: readonly TraceEvent[]): number {
  const begin = events.find(({ name }) => name === BEGIN);
  if (!begin) throw new Error('The trace does not say when measuring began.');
  const tasks = events.filter(
    ({ name, pid, tid, ts, tdur }) =>
      name.endsWith('RunTask') &&
      pid === begin.pid &&
      tid === begin.tid &&
      ts > begin.ts &&
      tdur !== undefined,
  );
  if (tasks.length === 0) throw new Error('The trace holds no task of the page.');
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000;
}

interface Watch {
  longest: number;
  isRunning: boolean;
}

/** Runs in the page. */
function watchFrames(begin: string): void {
  const state: Watch = { longest: 0, isRunning: true };
  (globalThis as unknown as { frames?: Watch }).frames = state;
  performance.mark(begin);
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
}

/** Runs in the page. */
function stopWatching(): number {
  const { frames } = globalThis as unknown as { frames?: Watch };
  if (!frames) throw new Error('The page was left while its frames were measured.');
  frames.isRunning = false;
  return frames.longest;
}
