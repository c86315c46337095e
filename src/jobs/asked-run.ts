/** What runs when it is asked to, once at a time. */
export interface AskedRun {
  /** Resolves when it has run to its end since; asked while it runs, it runs once more. */
  ask(): Promise<void>;
  /** Forgets what was asked for, and resolves when it runs no more. */
  end(): Promise<void>;
}

export function createAskedRun(run: () => Promise<void>): AskedRun {
  let running: Promise<void> | undefined;
  let isAskedAgain = false;
  const goOn = async () => {
    try {
      while (isAskedAgain) {
        isAskedAgain = false;
        await run();
      }
    } finally {
      // In the same turn as the last look: whoever asks after it begins anew.
      running = undefined;
    }
  };
  return {
    ask: () => {
      isAskedAgain = true;
      return (running ??= goOn());
    },
    end: async () => {
      isAskedAgain = false;
      await running;
    },
  };
}
