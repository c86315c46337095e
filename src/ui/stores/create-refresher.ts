/**
 * Runs a reading one at a time: asked for while it runs, it runs once more afterwards, however often it was asked. The
 * reading is told how to find out that a newer one is already wanted.
 */
export function createRefresher(read: (isStale: () => boolean) => Promise<void>): () => Promise<void> {
  let wanted = 0;
  let running: Promise<void> | undefined;
  const run = async (): Promise<void> => {
    try {
      let done = -1;
      while (done !== wanted) {
        const mine = wanted;
        await read(() => mine !== wanted);
        done = mine;
      }
    } finally {
      // In the same turn as the last look at `wanted`: what is asked for a moment later starts anew.
      running = undefined;
    }
  };
  return () => {
    wanted += 1;
    if (running) return running;
    const started = run();
    running = started;
    return started;
  };
}
