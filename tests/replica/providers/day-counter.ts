import type { ProviderKey } from './types';

/** Counts by key, anew every day (UTC). */
export interface DayCounter {
  add(key: ProviderKey): void;
  count(key: ProviderKey): number;
}

export function createDayCounter(): DayCounter {
  const counts = new Map<ProviderKey, { readonly day: number; readonly count: number }>();
  const today = (): number => Math.floor(Date.now() / 86_400_000);
  const count = (key: ProviderKey): number => {
    const counted = counts.get(key);
    return counted?.day === today() ? counted.count : 0;
  };
  return {
    count,
    add: (key) => {
      counts.set(key, { day: today(), count: count(key) + 1 });
    },
  };
}
