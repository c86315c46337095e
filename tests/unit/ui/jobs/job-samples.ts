import type { Job } from '../../../../src/model/jobs/job';
import { NO_PROGRESS } from '../../../../src/model/jobs/job-progress';
import { NOTE_ID } from '../support/samples';

export const JOB_AT = 1_750_000_000_000;

/** A job of the invented note that runs, unless said otherwise. */
export function createJob(over: Partial<Job> = {}): Job {
  return {
    jobId: 'job-1',
    kind: 'collect-comments',
    input: { noteId: NOTE_ID },
    noteId: NOTE_ID,
    state: 'running',
    progress: {
      ...NO_PROGRESS,
      rows: 310,
      expectedRows: 944,
      billedCalls: 31,
      cost: { USD: 0.31 },
      sources: { 'tikhub-app-v2': 310 },
    },
    agreed: true,
    priority: 'user',
    createdAt: JOB_AT,
    updatedAt: JOB_AT + 1_000,
    ...over,
  };
}
