import type { Clock } from '../../../src/providers/clock';

export interface TestClock extends Clock {
  /** What was slept, in order. */
  readonly slept: number[];
  set(now: number): void;
}

/** A clock on which sleeping takes no time: it is later at once. Chance is always in the middle. */
export function createTestClock(start = 1_800_000_000_000): TestClock {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    set: (to) => {
      now = to;
    },
    sleep: (ms, signal) => {
      if (signal?.aborted) return Promise.resolve();
      slept.push(ms);
      now += ms;
      return Promise.resolve();
    },
    random: () => 0.5,
  };
}
