import type { StepContext } from '../job-kind';

const MOST_AGE_MS = 15 * 60_000;

/**
 * How old an answer may be where what is true now is wanted, ms: given after the job began, and no longer ago than a
 * quarter of an hour. What was answered and could not be stored any more (the worker died in between) is true enough, and
 * paid for.
 */
export const findNewAge = ({ now, job }: Pick<StepContext<unknown, unknown>, 'now' | 'job'>): number =>
  Math.min(MOST_AGE_MS, now() - job.createdAt + 1);
