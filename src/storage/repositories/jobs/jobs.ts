import type { Job, JobState } from '../../../model/jobs/job';
import type { WriteTransaction } from '../../database';

/**
 * Jobs, one record each.
 * Written by: the job engine, forgetting. Read by: the engine, panel and library. Bounded by: what users start; those
 * that are over are removed by them, with everything, or when they are old (`background/forget/tidy-jobs`).
 */
export interface Jobs {
  find(jobId: string): Promise<Job | undefined>;
  list(states: readonly JobState[]): Promise<Job[]>;
  put(job: Job): Promise<void>;
  remove(jobId: string): Promise<void>;
}

export function createJobs(transaction: WriteTransaction): Jobs {
  const store = transaction.objectStore('jobs');
  return {
    find: (jobId) => store.get(jobId),
    list: async (states) => {
      const lists = await Promise.all(states.map((state) => store.index('state').getAll(state)));
      return lists.flat();
    },
    put: async (job) => void (await store.put(job)),
    remove: (jobId) => store.delete(jobId),
  };
}
