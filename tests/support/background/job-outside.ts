import type { JobOutside } from '../../../src/background/jobs/create-job-services';
import { createQueue } from '../../../src/lib/create-queue';

export interface FakeJobOutside extends JobOutside {
  /** When the engine wants to be woken; absent: not at all. */
  alarmAt: number | undefined;
}

/** Nothing wakes the engine but the test; chance is always in the middle. */
export function createJobOutside(): FakeJobOutside {
  const queue = createQueue();
  const outside: FakeJobOutside = {
    alarmAt: undefined,
    random: () => 0.5,
    keepAwake: (task) => task(),
    lock: (task) => queue(task),
    later: () => () => undefined,
    wakeAt: (at) => {
      outside.alarmAt = at;
      return Promise.resolve();
    },
  };
  return outside;
}
