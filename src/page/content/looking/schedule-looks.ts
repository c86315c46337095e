/** Looks at the page a moment after something happened, once, however much happens in that moment. */
export interface LookSchedule {
  soon(): void;
  stop(): void;
}

/** What the page draws after a response, and its dialogs, are there by then; what changes all the time is one change. */
const SOON_MS = 400;

export function createLookSchedule(look: () => void): LookSchedule {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = undefined;
        look();
      }, SOON_MS);
    },
    stop: () => clearTimeout(timer),
  };
}
