import type { JobLogEntry } from '../../../model/jobs/job-item';
import { toPrefixRange } from '../../comment-range';
import type { StoredDatabase } from '../../database';

/** What happened to a job, oldest first. */
export function listJobLog(database: StoredDatabase, jobId: string): Promise<JobLogEntry[]> {
  return database.getAll('jobLog', toPrefixRange(jobId));
}
