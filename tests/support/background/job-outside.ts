import type { JobOutside } from '../../../src/background/jobs/create-job-services';
import { createQueue } from '../../../src/lib/create-queue';

export interface FakeJobOutside extends JobOutside {
  /** When the engine wants to be woken; absent: not at all. */
  alarmAt: number | undefined;
  /** Does what was to be done later, in this life. */
  passTime(): void;
}

/** Nothing wakes the engine and no patience ends but by the test; chance is always in the middle. */
export function createJobOutside(): FakeJobOutside {
  const queue = createQueue();
  const pending = new Set<() => void>();
  const outside: FakeJobOutside = {
    alarmAt: undefined,
    random: () => 0.5,
    keepAwake: (task) => task(),
    lock: (task) => queue(task),
    later: (_ms, task) => {
      pending.add(task);
      return () => pending.delete(task);
    },
    passTime: () => {
      for (const task of [...pending]) {
        pending.delete(task);
        task();
      }
    },
    wakeAt: (at) => {
      outside.alarmAt = at;
      return Promise.resolve();
    },
  };
  return outside;
}
