import { parseTimestamp } from '../../site/values/times';

/** Above it a number cannot be seconds (year 33658), below it not milliseconds after 2001. */
const FIRST_MS = 1e12;

/**
 * A time as a provider sends it, as epoch ms. The same field comes in seconds from one endpoint and in milliseconds from
 * another (TikHub App V2: `time` against `update_time`, real calls, 2026-08), so the size settles the unit. `undefined`
 * for 0 and for what is no time.
 */
export function parseMoment(raw: unknown): number | undefined {
  const size = typeof raw === 'string' ? Number(raw) : raw;
  return parseTimestamp(raw, typeof size === 'number' && size >= FIRST_MS ? 'ms' : 's');
}
