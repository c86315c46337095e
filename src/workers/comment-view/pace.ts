/** Runs a task that many ask for: one run for all who wait, and pauses in proportion to what a run takes. */
export interface Pace {
  /** Resolves when a run that began after this call has ended. */
  run(task: () => Promise<void>): Promise<void>;
}

/** A run takes at most this share of the time, so that another use of the thread finds room. */
const PAUSE_FOR_EACH_RUN = 3;
/** Runs that are this short need no pause. */
const SHORT_MS = 30;

export function createPace(
  now: () => number = () => performance.now(),
  wait: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
): Pace {
  let running: Promise<void> = Promise.resolve();
  /** The run that has not begun yet; whoever asks meanwhile joins it. */
  let next: Promise<void> | undefined;
  let notBefore = 0;
  const runOnce = async (task: () => Promise<void>) => {
    await running.catch(() => undefined);
    const pause = notBefore - now();
    if (pause > 0) await wait(pause);
    next = undefined;
    const began = now();
    running = task().finally(() => {
      const took = now() - began;
      notBefore = took < SHORT_MS ? 0 : now() + took * PAUSE_FOR_EACH_RUN;
    });
    await running;
  };
  return {
    run: (task) => (next ??= runOnce(task)),
  };
}
