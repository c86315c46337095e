import * as z from 'zod/mini';

/**
 * A count as the site shows it. `raw` is what was sent ("3.5万", "10+", "赞"), `value` the number it stands for
 * (35000, 10, 0) and `approximate` says that the true number may be larger: "3.5万" is 35,000 to 35,999, "10+" is
 * 10 or more.
 */
export const countSchema = z.object({
  raw: z.string(),
  value: z.number(),
  approximate: z.boolean(),
});

export type Count = z.infer<typeof countSchema>;

/** An exact count, for numbers that come as numbers. */
export function toExactCount(value: number): Count {
  return { raw: String(value), value, approximate: false };
}

/**
 * The largest number an approximate count can stand for; `Infinity` for "10+", the value itself when exact.
 * "1.2万" cuts after one digit of 10,000 (12,000 to 12,999), "123万" after 10,000 (site bundle 6.12.1, 2026-05).
 */
export function findUpperBound(count: Count): number {
  if (!count.approximate) return count.value;
  if (/\+\s*$/.test(count.raw)) return Infinity;
  const parts = /^([\d,]+)(?:\.(\d+))?\s*(万|w|亿|千|k)/i.exec(count.raw.trim());
  if (!parts) return Infinity;
  const unit = { 万: 1e4, w: 1e4, 亿: 1e8, 千: 1e3, k: 1e3 }[(parts[3] ?? '').toLowerCase()] ?? 1;
  // The formatter drops ".0", so "1万" may stand for 10,000 to 10,999; from a million on it shows no digit.
  const step = count.value >= 1e6 && unit === 1e4 ? unit : unit / 10 ** Math.max(1, parts[2]?.length ?? 0);
  return count.value + step - 1;
}

/**
 * Which of two observations of one count to keep: the newer, unless it is approximate and the older exact one still
 * lies inside it.
 */
export function mergeCounts(older: Count | undefined, newer: Count | undefined): Count | undefined {
  if (!newer) return older;
  if (!older || !newer.approximate || older.approximate) return newer;
  return older.value >= newer.value && older.value <= findUpperBound(newer) ? older : newer;
}
