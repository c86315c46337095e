import { listJobs } from '../../storage/readers/jobs/list-jobs';
import type { Services } from '../services';

/**
 * What kept jobs from going on is gone (the keys can be read again, the pause is over): those that stopped for it alone go
 * on. A page is touched again only when the user says so.
 */
export async function resumeStopped(
  { connection, jobs }: Pick<Services, 'connection' | 'jobs'>,
  reason: 'vault-locked' | 'provider-access-withheld' | 'paused',
): Promise<void> {
  const all = await connection.read((database) => listJobs(database));
  for (const { jobId, kind, state, error } of all) {
    if (state === 'paused' && error?.code === reason && kind !== 'load-comments') await jobs.resume(jobId);
  }
}
