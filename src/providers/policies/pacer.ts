import { createSerialByKey } from '../../lib/serial-by-key';
import type { Clock } from '../clock';
import type { PaceWindow } from '../limits.catalog';

/** Where the moments of the last calls lie: they outlive the worker, not the browser. */
export interface PaceStore {
  read(key: string): Promise<readonly number[]>;
  write(key: string, moments: readonly number[]): Promise<void>;
}

export interface Pacer {
  /**
   * Resolves when one more call may be sent, having written that it is. Calls with one key come in the order in which
   * they asked. Answers false when the signal was aborted meanwhile; then nothing was counted.
   */
  take(key: string, windows: readonly PaceWindow[], signal?: AbortSignal): Promise<boolean>;
}

/** Holds the pace of a key over any stretch of time, whichever worker, tab or series asks. */
export function createPacer({ store, clock }: { store: PaceStore; clock: Clock }): Pacer {
  const serial = createSerialByKey<string>();
  return {
    take: (key, windows, signal) =>
      serial.run(key, async () => {
        const longest = Math.max(0, ...windows.map(({ ms }) => ms));
        for (;;) {
          if (signal?.aborted) return false;
          if (longest === 0) return true;
          const now = clock.now();
          // A clock that was set back leaves moments that lie ahead: they say nothing.
          const recent = (await store.read(key)).filter((at) => at > now - longest && at <= now);
          const free = Math.max(...windows.map((window) => findFreeMoment(recent, window, now)));
          if (free <= now) {
            await store.write(key, [...recent, now]);
            return true;
          }
          await clock.sleep(free - now, signal);
        }
      }),
  };
}

/** When the next call fits: at once, or when the oldest of the last `max` has left the window. */
function findFreeMoment(recent: readonly number[], { ms, max }: PaceWindow, now: number): number {
  const within = recent.filter((at) => at > now - ms);
  return within.length < max ? now : (within[within.length - max] ?? now) + ms;
}
