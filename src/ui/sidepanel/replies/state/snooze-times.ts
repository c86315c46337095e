/** How long something is put off. */
export const SNOOZES = ['hour', 'tomorrow', 'week'] as const;

export type Snooze = (typeof SNOOZES)[number];

/** At this hour of the day things come back. */
const MORNING = 9;

/** When it comes back, epoch ms: in an hour, tomorrow morning, or in a week in the morning, by the local calendar. */
export function toSnooze(snooze: Snooze, now: number): number {
  if (snooze === 'hour') return now + 3_600_000;
  const day = new Date(now);
  day.setDate(day.getDate() + (snooze === 'week' ? 7 : 1));
  day.setHours(MORNING, 0, 0, 0);
  return day.getTime();
}
