import * as z from 'zod/mini';
import { AppError } from '../../model/errors';
import { PROVIDER_IDS } from '../../model/providers/provider.catalog';
import type { OperationName } from '../../model/providers/operation';
import type { OperationOutput } from '../../model/providers/operation-output';
import type { ProviderId } from '../../model/providers/provider.catalog';

/** Where a list goes on: only who made a cursor understands it, so it carries who that is. */
export interface PageCursor {
  readonly provider: ProviderId;
  /** Absent for the replies of a thread, which are read through a door of their own. */
  readonly endpoint?: string | undefined;
  readonly cursor: string;
}

const wrappedSchema = z.tuple([z.enum(PROVIDER_IDS), z.string(), z.string()]);

export function wrapCursor({ provider, endpoint = '', cursor }: PageCursor): string {
  return JSON.stringify([provider, endpoint, cursor]);
}

/** `invalid-input` for what was not made by `wrapCursor`. */
export function unwrapCursor(wrapped: string): PageCursor {
  try {
    const [provider, endpoint, cursor] = wrappedSchema.parse(JSON.parse(wrapped));
    return { provider, ...(endpoint === '' ? {} : { endpoint }), cursor };
  } catch (cause) {
    throw new AppError('invalid-input', { details: { reason: 'cursor' }, cause });
  }
}

/** The output with every cursor in it wrapped: that of the next page, of the next area, and those of threads. */
export function wrapCursors(
  output: OperationOutput<OperationName>,
  from: { readonly provider: ProviderId; readonly endpoint: string },
): OperationOutput<OperationName> {
  const next =
    'nextCursor' in output && output.nextCursor !== undefined
      ? { nextCursor: wrapCursor({ ...from, cursor: output.nextCursor }) }
      : {};
  if (!('threads' in output)) return { ...output, ...next };
  const { nextArea } = output;
  const area = nextArea === undefined ? {} : { nextArea: wrapCursor({ ...from, cursor: nextArea }) };
  const threads = Object.fromEntries(
    Object.entries(output.threads).map(([id, { hasMore, cursor }]) => [
      id,
      {
        hasMore,
        ...(cursor === undefined ? {} : { cursor: wrapCursor({ provider: from.provider, cursor }) }),
      },
    ]),
  );
  return { ...output, threads, ...next, ...area };
}
