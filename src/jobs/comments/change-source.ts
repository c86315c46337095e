import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { withoutKey } from '../../lib/without-key';
import type { AppError } from '../../model/errors';
import type { JobItem } from '../../model/jobs/job-item';
import { PROVIDER_IDS } from '../../model/providers/provider.catalog';
import type { ProviderId } from '../../model/providers/provider.catalog';
import { toReason } from '../engine/after-failure';
import type { ItemOutcome } from '../job-kind';
import { LIST_BREAKS } from './list-end';
import type { ListBreak } from './list-end';

/** So often who gave the last page is asked again, when the failure may pass, before somebody else begins anew. */
const PATIENT_TRIES = 2;
/** So many pages of one provider may hold what one page of another does. */
const PAGES_FOR_ONE = 3;

/** Where a list was left, as somebody else began it anew: what it takes to go on there. */
export const leftPlaceSchema = z.object({
  cursor: z.string(),
  provider: z.enum(PROVIDER_IDS),
  cursors: z.array(z.string()),
  pages: z.number(),
  patience: z.number(),
  brokenOff: z.optional(z.enum(LIST_BREAKS)),
});

/** Where the reading of a list stands, of whatever. */
export interface PagedWork {
  readonly cursor?: string | undefined;
  readonly provider?: ProviderId | undefined;
  readonly without: readonly ProviderId[];
  readonly cursors: readonly string[];
  readonly pages: number;
  readonly patience: number;
  readonly brokenOff?: ListBreak | undefined;
  readonly left?: z.infer<typeof leftPlaceSchema> | undefined;
}

/**
 * The way on when a list cannot be read on where it stands: whoever made the cursor does not answer it any more, so the
 * list begins anew with the next one. What comes twice then is counted once. `undefined`: nothing of the kind, or worth
 * another try first.
 */
export function changeSource<Work extends PagedWork>(
  work: Work,
  item: JobItem,
  error: AppError,
): ItemOutcome<Work> | undefined {
  if (error.code !== 'providers-failed' && error.code !== 'no-provider') return undefined;
  if (work.cursor === undefined || work.provider === undefined) {
    // Everybody was asked, one after the other: the last reason that one of them gave is the one to tell.
    // Who only rests may answer later.
    const isExhausted =
      error.code === 'no-provider' && error.details['gap'] !== 'out' && work.without.length > 0;
    return isExhausted ? { state: 'failed', error: toReason(error, item), event: 'item-failed' } : undefined;
  }
  const isPassing = error.retryable || error.details['gap'] === 'out';
  if (isPassing && item.attempt < PATIENT_TRIES) return undefined;
  const { cursor, provider, cursors, pages, patience, brokenOff } = work;
  const anew: PagedWork = {
    ...withoutKey(withoutKey<PagedWork, 'cursor'>(work, 'cursor'), 'brokenOff'),
    without: [...work.without, provider],
    cursors: [],
    pages: 0,
    patience: patience + PAGES_FOR_ONE * pages,
    left: { cursor, provider, cursors: [...cursors], pages, patience, ...omitUndefined({ brokenOff }) },
  };
  return {
    state: 'open',
    work: anew as Work,
    gain: { restarts: 1 },
    error: toReason(error, item),
    event: 'source-changed',
  };
}

/**
 * The same list, taken again after it failed: everybody may be asked, and where nobody else has read a page of it since,
 * it goes on where it was left, so that what was paid for is not paid for again.
 */
export function toPagedWorkAgain<Work extends PagedWork>(work: Work): Work {
  const { left, ...rest } = work;
  const place = left !== undefined && work.pages === 0 ? left : {};
  return { ...rest, ...place, without: [] } as unknown as Work;
}
