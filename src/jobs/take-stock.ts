import type { Job } from '../model/jobs/job';
import type { JobProgress } from '../model/jobs/job-progress';
import { CURRENCIES } from '../model/providers/price';
import type { Amounts } from '../model/providers/price';

/** What a job has cost. */
export type Spent = Pick<JobProgress, 'billedCalls' | 'cost' | 'hasUnknownPrice'>;

/**
 * The job with what it has cost as the ledger knows it, and no less than its answers told: attempts that failed may have been
 * charged for, and so may one whose answer a worker did not live to store.
 */
export function withSpent(job: Job, spent: Spent): Job {
  const { billedCalls, cost, hasUnknownPrice } = job.progress;
  return {
    ...job,
    progress: {
      ...job.progress,
      billedCalls: Math.max(billedCalls, spent.billedCalls),
      cost: toLarger(cost, spent.cost),
      hasUnknownPrice: hasUnknownPrice || spent.hasUnknownPrice,
    },
  };
}

function toLarger(one: Amounts, other: Amounts): Amounts {
  const larger: Amounts = {};
  for (const currency of CURRENCIES) {
    const amount = Math.max(one[currency] ?? -1, other[currency] ?? -1);
    if (amount >= 0) larger[currency] = amount;
  }
  return larger;
}
