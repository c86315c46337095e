import type { JobLogEntry } from '../../../model/jobs/job-item';
import { toPrefixRange } from '../../comment-range';
import type { WriteTransaction } from '../../database';

/** Enough to see what happened; the oldest lines of a job go first. */
const MAX_LINES = 500;

/**
 * What happened to jobs, under `[jobId, seq]`, counted from 1.
 * Written by: the job engine. Read by: panel and library. Bounded by: 500 lines for each job.
 */
export interface JobLog {
  append(jobId: string, line: Omit<JobLogEntry, 'jobId' | 'seq'>): Promise<void>;
  removeOfJob(jobId: string): Promise<void>;
}

export function createJobLog(transaction: WriteTransaction): JobLog {
  const store = transaction.objectStore('jobLog');
  return {
    append: async (jobId, line) => {
      const last = await store.openKeyCursor(toPrefixRange(jobId), 'prev');
      const seq = ((last?.key as [string, number] | undefined)?.[1] ?? 0) + 1;
      await store.put({ ...line, jobId, seq });
      if (seq > MAX_LINES) await store.delete(IDBKeyRange.bound([jobId], [jobId, seq - MAX_LINES]));
    },
    removeOfJob: (jobId) => store.delete(toPrefixRange(jobId)),
  };
}
