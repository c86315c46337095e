import * as z from 'zod/mini';
import { ProviderError } from '../../model/providers/provider-error';
import { parseBody, toRecord } from './parse-body';

/** State of a list as an opaque cursor: what is `undefined` is not in it. */
export const writeCursor = (state: Readonly<Record<string, unknown>>): string => JSON.stringify(state);

/** The state a cursor of ours holds. Throws `bad-request` for a text that is none: it is another provider's. */
export function readCursor<T extends z.core.$ZodType>(shape: T, cursor: string): z.output<T> {
  const result = z.safeParse(shape, parseBody(cursor));
  if (!result.success) throw new ProviderError('bad-request', { reason: 'cursor' });
  return result.data;
}

/** A place in a list of comments or replies, as the app's API tells it. */
export interface AppPlace {
  readonly cursor?: string;
  readonly index?: number;
  readonly pageArea?: string;
}

/**
 * The three values inside the app's cursor, which is JSON text (`{"cursor":"<last id>","index":2,"pageArea":"ALL"}`;
 * TikHub OpenAPI V5.3.2, 2026-03; real calls, 2026-08). A bare id stands for itself; each value may be missing.
 */
export function readPlace(text: string | null | undefined): AppPlace {
  if (!text) return {};
  if (!text.startsWith('{')) return { cursor: text };
  const { cursor, index, pageArea } = toRecord(parseBody(text)) ?? {};
  return {
    ...(typeof cursor === 'string' && cursor !== '' ? { cursor } : {}),
    ...(typeof index === 'number' ? { index } : {}),
    ...(typeof pageArea === 'string' && pageArea !== '' ? { pageArea } : {}),
  };
}
