import { waitFor } from '../../support/wait-for';

export interface JobSeen {
  readonly jobId: string;
  readonly state: string;
}

const UNDER_WAY = ['queued', 'running', 'waiting'];

/** Waits until a job is over or paused: as it is stored then. */
export function awaitJob(readJobs: () => Promise<readonly JobSeen[]>, jobId: string): Promise<JobSeen> {
  return waitFor(
    async () => (await readJobs()).find((job) => job.jobId === jobId && !UNDER_WAY.includes(job.state)),
    { what: 'the job to come to rest', timeoutMs: 40_000 },
  );
}
