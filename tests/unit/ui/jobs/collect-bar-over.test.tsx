// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { jobsEn } from '../../../../src/i18n/en/jobs/jobs';
import { createJob } from './job-samples';
import { closeCollectBar, COLLECTED, openCollectBar } from './open-collect-bar';

describe('a job that is over', () => {
  it('complete: says so until it is put away', async () => {
    const job = createJob({ state: 'done', endedAt: Date.now() });
    const { page, named } = await openCollectBar({ jobs: [job], list: COLLECTED, captured: 944 });
    expect(page.text()).toContain('All collected: 944 comments');
    await page.click('button', 'Close');
    expect(page.text()).not.toContain('All collected');
    // The background remembers it for every other window, and for the next time.
    expect(named('job.put-away')).toEqual([{ jobId: 'job-1' }]);
  });

  it('was put away before: is told again only when it ended anew since', async () => {
    const job = createJob({ state: 'done', endedAt: Date.now(), putAwayAt: Date.now() + 1 });
    const { page } = await openCollectBar({ jobs: [job], list: COLLECTED, captured: 944 });
    expect(page.text()).not.toContain('All collected');
    closeCollectBar();
    const retried = { ...job, putAwayAt: (job.endedAt ?? 0) - 1 };
    const again = await openCollectBar({ jobs: [retried], list: COLLECTED, captured: 944 });
    expect(again.page.text()).toContain('All collected');
  });

  it('cancelled: says what there is, and goes on from there rather than anew', async () => {
    const job = createJob({ state: 'cancelled', endedAt: Date.now() });
    const { page, named } = await openCollectBar({ jobs: [job] });
    expect(page.text()).toContain('Cancelled; 310 comments collected');
    expect(page.has('button', jobsEn['jobs.collect'])).toBe(false);
    await page.click('button', jobsEn['jobs.resume-cancelled']);
    expect(named('job.resume')).toEqual([{ jobId: 'job-1' }]);
    expect(named('job.start')).toEqual([]);
    await page.click('button', 'Close');
    await act(async () => {
      await vi.advanceTimersByTimeAsync(1_100);
    });
    await page.settle();
    expect(page.has('button', jobsEn['jobs.collect'])).toBe(true);
  });

  it('in part: says what is missing, and takes that again', async () => {
    const { progress } = createJob();
    const job = createJob({ state: 'partial', progress: { ...progress, itemsFailed: 4 } });
    const { page, named } = await openCollectBar({ jobs: [job], items: { failed: 1, short: 3 } });
    expect(page.text()).toContain('1 list was not read to the end');
    expect(page.text()).toContain('3 lists gave fewer than promised');
    await page.click('button', jobsEn['jobs.retry']);
    expect(named('job.retry')).toEqual([{ jobId: 'job-1' }]);
  });
});
