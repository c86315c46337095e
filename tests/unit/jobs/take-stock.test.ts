import { describe, expect, it } from 'vitest';
import { withSpent } from '../../../src/jobs/take-stock';
import { NO_PROGRESS } from '../../../src/model/jobs/job-progress';
import type { Job } from '../../../src/model/jobs/job';

const jobThatTold = (told: object): Job => ({
  jobId: 'j',
  kind: 'collect-comments',
  input: {},
  state: 'running',
  progress: { ...NO_PROGRESS, rows: 5, ...told },
  agreed: true,
  priority: 'user',
  createdAt: 1,
  updatedAt: 1,
});

describe('what a job has cost', () => {
  it('is what the ledger says, where attempts that failed were charged for', () => {
    const job = jobThatTold({ billedCalls: 2, cost: { USD: 0.02 } });
    const spent = { billedCalls: 4, cost: { USD: 0.04, CNY: 0.1 }, hasUnknownPrice: true };
    expect(withSpent(job, spent).progress).toEqual({ ...NO_PROGRESS, rows: 5, ...spent });
  });

  it('is never less than its answers told', () => {
    const told = { billedCalls: 2, cost: { USD: 0.02 }, hasUnknownPrice: true };
    const spent = { billedCalls: 0, cost: {}, hasUnknownPrice: false };
    expect(withSpent(jobThatTold(told), spent).progress).toEqual({ ...NO_PROGRESS, rows: 5, ...told });
  });
});
