import * as z from 'zod/mini';
import { AppError } from '../../model/errors';

/**
 * Checks what the site sent against a shape. Throws `page-changed` with the place's name and the first path that is
 * missing or of another kind; values are never quoted.
 */
export function readShape<T extends z.core.$ZodType>(shape: T, raw: unknown, place: string): z.output<T> {
  const result = z.safeParse(shape, raw);
  if (result.success) return result.data;
  const path = result.error.issues[0]?.path.map(String).join('.') ?? '';
  throw new AppError('page-changed', { details: { endpoint: place, missing: path || 'data' } });
}

/** Ids of notes, people, comments: 24 lowercase hex digits (site bundle 6.12.1, 2026-05). */
export const ID_PATTERN = /^[0-9a-f]{24}$/;
export const idShape = z.string().check(z.regex(ID_PATTERN));
export const textShape = z.nullish(z.string());
export const flagShape = z.nullish(z.boolean());
/** Counts come as text from the web API and as numbers from others. */
export const countShape = z.nullish(z.union([z.string(), z.number()]));
export const timeShape = z.union([z.number(), z.string()]);
