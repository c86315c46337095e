import type { ProviderKey } from './types';

/** Which of a key's limits a call would break, and in how many ms there is room again. */
export interface LimitHit {
  readonly limit: 'second' | 'minute' | 'day';
  readonly waitMs: number;
}

export interface RateLimiter {
  /** Counts the call, unless a limit is reached: refused calls do not count. */
  take(key: ProviderKey, now: number): LimitHit | undefined;
}

const WINDOWS = [
  { limit: 'second', field: 'perSecond', ms: 1_000 },
  { limit: 'minute', field: 'perMinute', ms: 60_000 },
  { limit: 'day', field: 'perDay', ms: 86_400_000 },
] as const;

/** Sliding windows by key. Only the times that a limit of the key still asks about are kept. */
export function createRateLimiter(): RateLimiter {
  const times = new Map<ProviderKey, number[]>();
  return {
    take: (key, now) => {
      const limited = WINDOWS.filter(({ field }) => key.limits[field] !== Infinity);
      const span = Math.max(0, ...limited.map(({ ms }) => ms));
      const made = (times.get(key) ?? []).filter((at) => now - at < span);
      times.set(key, made);
      for (const { limit, field, ms } of limited) {
        const inWindow = made.filter((at) => now - at < ms);
        const first = inWindow[0];
        if (inWindow.length >= key.limits[field])
          return { limit, waitMs: first === undefined ? ms : ms - (now - first) };
      }
      if (limited.length > 0) made.push(now);
      return undefined;
    },
  };
}
