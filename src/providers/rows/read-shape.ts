import * as z from 'zod/mini';
import { ProviderError } from '../../model/providers/provider-error';

/**
 * Checks what a vendor sent against a shape. Throws `invalid-response` whose reason is the first path that is missing or
 * of another kind; values are never quoted.
 */
export function readShape<T extends z.core.$ZodType>(shape: T, raw: unknown, place = ''): z.output<T> {
  const result = z.safeParse(shape, raw);
  if (result.success) return result.data;
  const path = [place, ...(result.error.issues[0]?.path ?? []).map(String)].filter((part) => part !== '');
  throw new ProviderError('invalid-response', { reason: path.join('.') || 'payload' });
}

/** A row that may be absent, `null` or of an unexpected kind, of which nothing else depends: then it is not there. */
export function lenient<T extends z.core.$ZodType>(shape: T) {
  return z.catch(z.nullish(shape), undefined);
}

export const textShape = z.nullish(z.string());
export const flagShape = z.nullish(z.boolean());
export const numberShape = z.nullish(z.number());
/** Ids come as text; whole numbers beyond 2^53 come as text from the parser, smaller ones as numbers. */
export const idShape = z
  .pipe(
    z.union([z.string(), z.number()]),
    z.transform((id: string | number) => String(id)),
  )
  .check(z.minLength(1), z.maxLength(200));
/** Counts come as numbers, or as text ("1.5万"). */
export const countShape = z.nullish(z.union([z.string(), z.number()]));
/** Times come as numbers or as digits. */
export const timeShape = z.nullish(z.union([z.number(), z.string()]));
/** Ids of notes, people and comments as the site makes them: 24 lowercase hex digits (site bundle 6.12.1, 2026-05). */
export const ID_PATTERN = /^[0-9a-f]{24}$/;
