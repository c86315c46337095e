import { ACTIVE_STATES } from '../../model/jobs/job';
import type { Services } from '../services';
import { stopLoading } from './stop-loading';

/** Nothing is to be kept any more: no page loads comments, and those who wanted that say when it goes on. */
export async function pauseLoading(
  services: Pick<Services, 'askPage' | 'now' | 'connection' | 'jobs'>,
): Promise<void> {
  await stopLoading(services, { stoppedBy: 'paused' });
  const active = await services.connection.read((database) =>
    Promise.all(ACTIVE_STATES.map((state) => database.getAllFromIndex('jobs', 'state', state))),
  );
  for (const { jobId, kind } of active.flat()) {
    if (kind === 'load-comments') await services.jobs.pause(jobId);
  }
}
