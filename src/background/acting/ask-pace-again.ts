import { listJobs } from '../../storage/readers/jobs/list-jobs';
import type { Services } from '../services';

/** The pace was changed: what waits for its turn asks at once whether it may go on, under the settings of now. */
export async function askPaceAgain({
  connection,
  jobs,
}: Pick<Services, 'connection' | 'jobs'>): Promise<void> {
  const all = await connection.read((database) => listJobs(database));
  for (const { jobId, kind, state } of all) {
    if (kind === 'act' && state === 'waiting') await jobs.resume(jobId);
  }
}
