import { omitUndefined } from '../../lib/omit-undefined';
import type { StepContext } from '../job-kind';
import type { CommentWork } from './comment-work';

const MOST_AGE_MS = 15 * 60_000;

/**
 * How old an answer may be where what is true now is wanted, ms: given after the job began, and no longer ago than a
 * quarter of an hour. What was answered and could not be stored any more (the worker died in between) is true enough, and
 * paid for.
 */
export const findNewAge = ({ now, job }: Pick<StepContext<unknown, unknown>, 'now' | 'job'>): number =>
  Math.min(MOST_AGE_MS, now() - job.createdAt + 1);

/**
 * How old an answer may be that this list is read from, where it does not take what others take. One that is wanted anew
 * takes what was answered since: that has been paid for, although a worker may not have lived to store it.
 */
export function findListAge(
  { maxAgeMs, againAt }: Pick<CommentWork, 'maxAgeMs' | 'againAt'>,
  now: number,
): { maxAgeMs?: number } {
  if (againAt === undefined) return omitUndefined({ maxAgeMs });
  return { maxAgeMs: Math.min(maxAgeMs ?? Infinity, Math.max(0, now - againAt + 1)) };
}
