import { expect } from 'vitest';

/** What the site has heard of over days, and the moments at which something else than the pace was waited for. */
export interface HeardGestures {
  readonly heard: readonly { readonly at: number }[];
  readonly disturbed: readonly number[];
}

/** The pace as it is told to the user; `morning`: the hour at which quiet hours, which begin at midnight, are over. */
export interface PaceTold {
  readonly leastMs: number;
  readonly jitterMs: number;
  readonly aDay: number;
  readonly morning: number;
}

/** The pace, to the second, by the moments at which the site has heard of a gesture. */
export function expectPace(
  { heard, disturbed }: HeardGestures,
  { leastMs, jitterMs, aDay, morning: hour }: PaceTold,
): void {
  const days = new Map<string, number[]>();
  for (const { at } of heard) {
    const day = new Date(at).toDateString();
    days.set(day, [...(days.get(day) ?? []), at]);
    expect(new Date(at).getHours()).toBeGreaterThanOrEqual(hour);
  }
  const byDay = [...days.values()];
  for (const day of byDay) expect(day.length).toBeLessThanOrEqual(aDay);
  // What met a sign counts as well, though the site has heard of no gesture: beside those a day has all that it may have.
  for (const day of byDay.slice(0, -1)) expect(day.length).toBeGreaterThan(aDay - 10);
  const isCalm = (from: number, to: number) => !disturbed.some((at) => at >= from && at <= to);
  const calm: number[] = [];
  byDay.forEach((day, index) => {
    const last = byDay[index - 1]?.at(-1);
    const [first = 0] = day;
    const morning = new Date(first).setHours(hour, 0, 0, 0);
    if (last !== undefined && isCalm(last, first)) expect(first - morning).toBeLessThan(1_000);
    day.slice(1).forEach((at, place) => {
      const before = day[place] ?? 0;
      expect(at - before).toBeGreaterThanOrEqual(leastMs);
      if (isCalm(before, at)) calm.push(at - before);
    });
  });
  for (const gap of calm) expect(gap).toBeLessThanOrEqual(leastMs + jitterMs + 1_000);
  // By chance, over the whole of its width.
  expect(calm.length).toBeGreaterThan(heard.length / 4);
  expect(new Set(calm).size).toBeGreaterThan(calm.length * 0.9);
  expect(Math.max(...calm) - Math.min(...calm)).toBeGreaterThan(jitterMs / 2);
}
