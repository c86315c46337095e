import type { Life } from '../content-life';

/** After a move the page takes away the old note and draws the new one; so long its DOM is watched. */
const SETTLING_MS = 5_000;

export interface Settling {
  /** Watches from now on, for as long as is left of the time after a move at `movedAt`. */
  restart(movedAt: number): void;
}

/** Calls back for every change in the page while it settles after a move. */
export function watchSettling(onChanged: () => void, life: Life): Settling {
  let stop = (): void => undefined;
  life.stops.push(() => stop());
  return {
    restart(movedAt) {
      stop();
      const left = Math.min(movedAt + SETTLING_MS - Date.now(), SETTLING_MS);
      if (left <= 0) return;
      const changes = new MutationObserver(onChanged);
      changes.observe(document, { childList: true, subtree: true, attributeFilter: ['note-id'] });
      const timer = setTimeout(() => stop(), left);
      stop = () => {
        clearTimeout(timer);
        changes.disconnect();
      };
    },
  };
}
