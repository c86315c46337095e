export const PERIODS = ['day', 'week', 'month', 'all'] as const;
export type Period = (typeof PERIODS)[number];

const DAYS = { day: 1, week: 7, month: 30 } as const;

/** From the midnight (local time) that begins the period, today being its last day; `all` has no beginning. */
export function toSpan(period: Period, now: number): { since?: number } {
  if (period === 'all') return {};
  const first = new Date(now);
  first.setHours(0, 0, 0, 0);
  // By days of the calendar: one with a change of the clock is not 24 hours long.
  first.setDate(first.getDate() - (DAYS[period] - 1));
  return { since: first.getTime() };
}
