import { toErrorReport } from '../../model/errors';
import type { AppError, ErrorCode, ErrorReport } from '../../model/errors';
import type { JobItem } from '../../model/jobs/job-item';

/** What becomes of a job's step that failed. */
export type AfterFailure =
  /** Nothing: it was stopped from outside, and is taken again when the job goes on. */
  | { readonly then: 'leave' }
  /** The whole job waits for the user. */
  | { readonly then: 'pause' }
  /** The item is taken again, after a while. */
  | { readonly then: 'again'; readonly delayMs: number }
  /** The item is over; the job goes on without it. */
  | { readonly then: 'fail' };

/** What only the user can mend: everything that was stored stands, and the job goes on where it is. */
const FOR_THE_USER: ReadonlySet<ErrorCode> = new Set<ErrorCode>([
  'budget-reached',
  'price-unknown',
  'vault-locked',
  'provider-access-withheld',
  'storage-full',
  'consent-missing',
  'paused',
  'captcha',
  'risk-control',
  'rate-limited',
  'access-withheld',
]);

/** Failures that nothing can be read from but that the same call may succeed later. */
const PASSING: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['database-blocked', 'unexpected']);

/** How often an item is taken again before it is given up. */
export const MOST_ATTEMPTS = 5;
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 10 * 60_000;

/**
 * The one table from a failure to what the engine does. `attempt`: failures of the item in a row, this one included;
 * `chance` from 0 to 1 spreads the delays, so that many items do not come back at once.
 */
export function findAfterFailure(error: AppError, attempt: number, chance: number): AfterFailure {
  const { code, details } = error;
  if (code === 'cancelled') return { then: 'leave' };
  if (FOR_THE_USER.has(code)) return { then: 'pause' };
  if (code === 'no-provider' && details['gap'] === 'no-key') return { then: 'pause' };
  const isResting = code === 'no-provider' && details['gap'] === 'out';
  if (!error.retryable && !isResting && !PASSING.has(code)) return { then: 'fail' };
  if (attempt >= MOST_ATTEMPTS) return { then: isResting ? 'pause' : 'fail' };
  const delay = Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 3 ** (attempt - 1));
  return { then: 'again', delayMs: Math.round(delay * (0.8 + 0.4 * chance)) };
}

/** What an item says of its failure: that nobody is left to ask is not the reason where somebody gave one before. */
export const toReason = (error: AppError, { error: before }: Pick<JobItem, 'error'>): ErrorReport =>
  error.code === 'no-provider' && before !== undefined ? before : toErrorReport(error);
