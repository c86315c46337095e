import { waitFor } from '../../support/wait-for';
import type { CollectionStand, StoredJob } from './collection-stand';

/** What a job says of itself while it goes on. */
const UNDER_WAY: readonly string[] = ['queued', 'running', 'waiting'];

/** Waits until the job is over or stops, looking into the database, which wakes nobody. */
export function waitForJobEnd({ readJob }: CollectionStand, timeoutMs: number): Promise<StoredJob> {
  const look = async () => {
    const job = await readJob();
    return UNDER_WAY.includes(job.state) ? undefined : job;
  };
  return waitFor(look, { what: 'the job to be over', timeoutMs, everyMs: 250 });
}
