import { createSerialByKey } from '../../lib/serial-by-key';
import type { Clock } from '../clock';
import { GENTLE_MS } from '../limits.catalog';
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
  /** The vendor has refused a call for its number: for a while, every second holds half as many. */
  slowDown(key: string): Promise<void>;
}

/** So long the pace is half of what it may be where a browser session begins, ms. */
const FIRST_MS = 500;

/** Holds the pace of a key over any stretch of time, whichever worker, tab or series asks. */
export function createPacer({ store, clock }: { store: PaceStore; clock: Clock }): Pacer {
  const serial = createSerialByKey<string>();
  /** Of whom nothing is known, a life that has just ended may have asked as much as it could. */
  const beginSlowly = async (key: string) => {
    if ((await store.read(key)).length > 0) return;
    await store.write(toSlowKey(key), [clock.now() - GENTLE_MS + FIRST_MS]);
  };
  const isSlow = async (key: string) => {
    const since = clock.now() - ((await store.read(toSlowKey(key))).at(-1) ?? -Infinity);
    return since >= 0 && since < GENTLE_MS;
  };
  return {
    take: (key, windows, signal) =>
      serial.run(key, async () => {
        if (windows.length === 0) return !signal?.aborted;
        await beginSlowly(key);
        const held = (await isSlow(key)) ? windows.map(toHalf) : windows;
        const longest = Math.max(...held.map(({ ms }) => ms));
        for (;;) {
          if (signal?.aborted) return false;
          const now = clock.now();
          // A clock that was set back leaves moments that lie ahead: they say nothing.
          const recent = (await store.read(key)).filter((at) => at > now - longest && at <= now);
          const free = Math.max(...held.map((window) => findFreeMoment(recent, window, now)));
          if (free <= now) {
            await store.write(key, [...recent, now]);
            return true;
          }
          await clock.sleep(free - now, signal);
        }
      }),
    slowDown: (key) => store.write(toSlowKey(key), [clock.now()]),
  };
}

const toSlowKey = (key: string): string => `${key}:refused`;

/** A plan's calls a minute are counted exactly, and are no matter of pace. */
const LONGEST_HALVED_MS = 1_000;

const toHalf = (window: PaceWindow): PaceWindow => {
  const { ms, max } = window;
  if (ms > LONGEST_HALVED_MS) return window;
  return max > 1 ? { ms, max: Math.floor(max / 2) } : { ms: 2 * ms, max };
};

/** When the next call fits: at once, or when the oldest of the last `max` has left the window. */
function findFreeMoment(recent: readonly number[], { ms, max }: PaceWindow, now: number): number {
  const within = recent.filter((at) => at > now - ms);
  return within.length < max ? now : (within[within.length - max] ?? now) + ms;
}
