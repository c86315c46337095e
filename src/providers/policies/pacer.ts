import { createSerialByKey } from '../../lib/serial-by-key';
import type { Clock } from '../clock';
import { GENTLE_MS, SECOND_WINDOW_MS } from '../limits.catalog';
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

/** What this life of the background knows of a key. */
interface KeyPace {
  moments: readonly number[];
  refusedAt: number;
  /** The turn of the last call; it may have been sent a little later. */
  turnAt: number;
}

/**
 * Holds the pace of a key over any stretch of time, whichever worker, tab or series asks. One life asks at a time: what
 * it found when it began it remembers, and writes along for the next one.
 */
export function createPacer({ store, clock }: { store: PaceStore; clock: Clock }): Pacer {
  const serial = createSerialByKey<string>();
  const known = new Map<string, KeyPace>();
  const find = async (key: string): Promise<KeyPace> => {
    const found = known.get(key) ?? (await readPace(store, key, clock.now()));
    known.set(key, found);
    return found;
  };
  // What cannot be written is held by this life all the same.
  const write = (key: string, moments: readonly number[]) =>
    void store.write(key, moments).catch(() => undefined);
  return {
    take: (key, windows, signal) =>
      serial.run(key, async () => {
        if (windows.length === 0) return !signal?.aborted;
        const pace = await find(key);
        for (;;) {
          if (signal?.aborted) return false;
          const now = clock.now();
          const since = now - pace.refusedAt;
          const held = since >= 0 && since < GENTLE_MS ? windows.map(toHalf) : windows;
          // A clock that was set back leaves moments that lie ahead: they say nothing.
          pace.moments = pace.moments.filter((at) => at > now - longestOf(held) && at <= now);
          if (pace.turnAt > now) pace.turnAt = -Infinity;
          const free = Math.max(...held.map((window) => findFreeMoment(pace, window, now)));
          if (free <= now) {
            // Who is late for his turn does not put off the next one's, by one turn at most.
            pace.turnAt = Math.max(free, now - shortestOf(held));
            pace.moments = [...pace.moments, now];
            write(key, pace.moments);
            return true;
          }
          await clock.sleep(free - now, signal);
        }
      }),
    slowDown: async (key) => {
      const pace = await find(key);
      pace.refusedAt = clock.now();
      write(toSlowKey(key), [pace.refusedAt]);
    },
  };
}

/** What an earlier life has left. Of whom nothing is known, one that has just ended may have asked as much as it could. */
async function readPace(store: PaceStore, key: string, now: number): Promise<KeyPace> {
  const [moments, refused] = await Promise.all([store.read(key), store.read(toSlowKey(key))]);
  const first = moments.length > 0 ? -Infinity : now - GENTLE_MS + FIRST_MS;
  return { moments, refusedAt: refused.at(-1) ?? first, turnAt: moments.at(-1) ?? -Infinity };
}

const longestOf = (windows: readonly PaceWindow[]): number => Math.max(...windows.map(({ ms }) => ms));
const shortestOf = (windows: readonly PaceWindow[]): number => Math.min(...windows.map(({ ms }) => ms));

const toSlowKey = (key: string): string => `${key}:refused`;

/** A plan's calls a minute are counted exactly, and are no matter of pace. */
const LONGEST_HALVED_MS = SECOND_WINDOW_MS;

const toHalf = (window: PaceWindow): PaceWindow => {
  const { ms, max } = window;
  if (ms > LONGEST_HALVED_MS) return window;
  return max > 1 ? { ms, max: Math.floor(max / 2) } : { ms: 2 * ms, max };
};

/** When the next call fits: behind the turn of the last, or when the oldest of the last `max` has left the window. */
function findFreeMoment({ moments, turnAt }: KeyPace, { ms, max }: PaceWindow, now: number): number {
  if (max === 1) return turnAt + ms;
  const within = moments.filter((at) => at > now - ms);
  return within.length < max ? now : (within[within.length - max] ?? now) + ms;
}
