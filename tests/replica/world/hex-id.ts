import { hexDigits, type Random } from './random';
import type { HexId } from './types';

/** The forms in which a spreadsheet would damage an id. */
export type IdForm = 'plain' | 'one-e' | 'digits' | 'leading-zeros';

/**
 * An id as the site makes them: 24 lowercase hex digits whose first 8 are the creation time in Unix seconds
 * (true within a day for 1739 of 1774 saved note pages, 2025-12).
 */
export function createHexId(random: Random, createdAt: number): HexId {
  return timeDigits(createdAt) + '000000' + hexDigits(random, 10);
}

/**
 * An id in one of the mangled forms, and the time that belongs to it: `digits` and `one-e` need a time whose own hex
 * digits are decimal, so the time is lowered to the nearest such one; `leading-zeros` breaks the rule of the time,
 * as about two in a hundred real ids do.
 */
export function createOddHexId(
  random: Random,
  createdAt: number,
  form: IdForm,
): { id: HexId; createTime: number } {
  if (form === 'plain') return { id: createHexId(random, createdAt), createTime: createdAt };
  if (form === 'leading-zeros') {
    return { id: '0000' + hexDigits(random, 20), createTime: createdAt };
  }
  const digits = timeDigits(createdAt).replaceAll(/[a-f]/g, '9');
  const createTime = Number.parseInt(digits, 16) * 1000;
  const rest = random.text(16, '0123456789');
  const id = form === 'digits' ? digits + rest : digits + rest.slice(0, 12) + 'e' + rest.slice(13);
  return { id, createTime };
}

function timeDigits(createdAt: number): string {
  return Math.floor(createdAt / 1000)
    .toString(16)
    .padStart(8, '0');
}
