import { listJobs } from '../../storage/readers/jobs/list-jobs';
import type { Services } from '../services';

/** The keys can be read again: jobs that had stopped for that alone go on. */
export async function resumeUnlocked({
  connection,
  jobs,
}: Pick<Services, 'connection' | 'jobs'>): Promise<void> {
  const all = await connection.read((database) => listJobs(database));
  for (const { jobId, state, error } of all) {
    if (state === 'paused' && error?.code === 'vault-locked') await jobs.resume(jobId);
  }
}
