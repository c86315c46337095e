/** Calls `look` soon, once, however often it is asked for; and once more later, when what follows has been drawn. */
export interface LookSchedule {
  soon(): void;
  stop(): void;
}

/** In time for what the page draws next, and late enough for many changes to be one. */
const SOON_MS = 100;
/** The page draws its dialogs, and the end of a list, a while after the response. */
const LATER_MS = 1_200;

export function createLookSchedule(look: () => void): LookSchedule {
  let soonTimer: ReturnType<typeof setTimeout> | undefined;
  let laterTimer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon() {
      soonTimer ??= setTimeout(() => {
        soonTimer = undefined;
        look();
      }, SOON_MS);
      clearTimeout(laterTimer);
      laterTimer = setTimeout(look, LATER_MS);
    },
    stop() {
      clearTimeout(soonTimer);
      clearTimeout(laterTimer);
      soonTimer = laterTimer = undefined;
    },
  };
}
