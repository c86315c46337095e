import { isActive } from '../../model/jobs/job';
import type { Job } from '../../model/jobs/job';
import type { JobItem } from '../../model/jobs/job-item';
import type { EnginePorts } from '../ports';
import { changeJob, moveJob } from './change-job';

/**
 * A job whose turn it is runs; `undefined` where it has been stopped in between. `isTried`: it is written first whatever its
 * state, so that nothing is paid for that could not be kept.
 */
export async function letRun(ports: EnginePorts, found: Job, isTried = false): Promise<Job | undefined> {
  if (found.state === 'running' && !isTried) return found;
  const { jobId } = found;
  const at = ports.now();
  const job = await ports.change(async (stores) => {
    const known = await stores.jobs.find(jobId);
    if (!known || !isActive(known)) return undefined;
    if (known.state === 'running') {
      if (isTried) await stores.jobs.put(known);
      return known;
    }
    return changeJob(stores, jobId, (one) => moveJob(one, 'running', at), { at, event: 'started' });
  });
  if (job) ports.onNews({ job });
  return job;
}

/** All open items of the job are delayed: it waits for the first of them. Answers when that is. */
export async function letWait(ports: EnginePorts, job: Job, open: readonly JobItem[]): Promise<number> {
  const now = ports.now();
  const notBefore = Math.min(...open.map((item) => item.notBefore ?? now));
  if (job.state === 'waiting' && job.notBefore === notBefore) return notBefore;
  const error = open.find((item) => item.error)?.error;
  const waiting = await ports.change(async (stores) => {
    const known = await stores.jobs.find(job.jobId);
    if (!known || !isActive(known)) return undefined;
    return changeJob(stores, job.jobId, (one) => moveJob(one, 'waiting', now, { notBefore, error }), {
      at: now,
      event: 'waiting',
      ...(error ? { error } : {}),
    });
  });
  if (waiting) ports.onNews({ job: waiting });
  return notBefore;
}
