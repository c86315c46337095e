import type { JobItem } from '../../../model/jobs/job-item';
import type { StoredDatabase } from '../../database';
import { toStateRange } from '../../repositories/jobs/job-items';

export interface JobItemListing {
  readonly jobId: string;
  readonly state: JobItem['state'];
  /** Absent: all of them. */
  readonly limit?: number;
}

/** Items of a job in one state, in their order. */
export function listJobItems(
  database: StoredDatabase,
  { jobId, state, limit }: JobItemListing,
): Promise<JobItem[]> {
  return database.getAllFromIndex('jobItems', 'next', toStateRange(jobId, state), limit);
}
