import type { Circuit } from '../../model/providers/kept/provider-memory';

/** In a row, before it is left alone. */
const FAILURES_TO_OPEN = 5;
const FIRST_REST_MS = 60_000;
const LONGEST_REST_MS = 1_800_000;

/**
 * What is remembered after one more failure. From the fifth in a row on it rests: a minute, twice as long after each
 * further one, at most half an hour; or at once for as long as the vendor said.
 */
export function failCircuit(before: Circuit | undefined, now: number, toldMs?: number): Circuit {
  const failures = (before?.failures ?? 0) + 1;
  const beyond = failures - FAILURES_TO_OPEN;
  const restMs = toldMs ?? (beyond < 0 ? 0 : Math.min(FIRST_REST_MS * 2 ** beyond, LONGEST_REST_MS));
  const restsUntil = Math.max(findRestEnd(before, now) ?? 0, now + restMs);
  return { failures, ...(restsUntil > now ? { restsFrom: now, restsUntil } : {}) };
}

/**
 * Until when it is left alone; `undefined` where it is not. A rest that begins in the future is one of before the clock was
 * set back, and would last that much longer: it is over.
 */
export function findRestEnd(circuit: Circuit | undefined, now: number): number | undefined {
  const { restsFrom = now, restsUntil } = circuit ?? {};
  return restsUntil !== undefined && restsUntil > now && restsFrom <= now ? restsUntil : undefined;
}

export const isResting = (circuit: Circuit | undefined, now: number): boolean =>
  findRestEnd(circuit, now) !== undefined;
