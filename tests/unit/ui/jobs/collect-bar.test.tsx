// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { jobsEn } from '../../../../src/i18n/en/jobs/jobs';
import { providersEn } from '../../../../src/i18n/en/providers/providers';
import { AppError } from '../../../../src/model/errors';
import type { Job } from '../../../../src/model/jobs/job';
import { NOTE_ID } from '../support/samples';
import { createJob } from './job-samples';
import { closeCollectBar, COLLECTED, ESTIMATE, openCollectBar } from './open-collect-bar';

describe('the offer', () => {
  it('says about what it costs, and starts on one click', async () => {
    const { page, named } = await openCollectBar();
    expect(page.text()).toContain('about 114 calls · about $1.14 · TikHub App V2 is asked first');
    await page.click('button', jobsEn['jobs.collect']);
    expect(named('job.start')).toEqual([
      { kind: 'collect-comments', input: { noteId: NOTE_ID }, agreed: true },
    ]);
  });

  it('says that the price is not known, and that the budget is too small', async () => {
    const { page } = await openCollectBar({ estimate: { ...ESTIMATE, cost: undefined, fitsBudget: false } });
    expect(page.text()).toContain(providersEn['providers.cost-unknown']);
    expect(page.text()).toContain(jobsEn['jobs.cost-over']);
  });

  it('says what it takes without a key, and leads there', async () => {
    const { page, asked } = await openCollectBar({ estimate: { ...ESTIMATE, gap: 'no-key' } });
    expect(page.text()).toContain(jobsEn['jobs.collect-needs-key']);
    expect(page.has('button', jobsEn['jobs.collect'])).toBe(false);
    await page.click('button', providersEn['providers.add-key']);
    expect(asked).toEqual(['page options providers']);
  });

  it('does not sell what the page has shown to the last comment', async () => {
    const { page } = await openCollectBar({ captured: 944 });
    expect(page.has('button', jobsEn['jobs.collect'])).toBe(false);
  });

  it('is for what is new once all were collected', async () => {
    const { page, named } = await openCollectBar({ list: COLLECTED });
    await page.click('button', jobsEn['jobs.refresh']);
    expect(named('job.start')).toMatchObject([{ kind: 'refresh-comments' }]);
  });
});

describe('jobs that cannot be read', () => {
  it('are told of with the reason, and read again when asked; none is begun beside them', async () => {
    const unread: { error?: AppError } = { error: new AppError('storage-full') };
    const { page } = await openCollectBar({ jobs: [createJob()], unread });
    expect(page.text()).toContain('The disk is full');
    expect(page.has('button', jobsEn['jobs.collect'])).toBe(false);
    delete unread.error;
    await page.click('button', 'Try again');
    await page.settle();
    expect(page.has('button', jobsEn['jobs.pause'])).toBe(true);
  });
});

describe('a job under way', () => {
  it('shows rows, cost of the budget and source; it can be paused and cancelled', async () => {
    const { page, named } = await openCollectBar({ jobs: [createJob()] });
    expect(page.text()).toContain('310 of 944');
    expect(page.text()).toContain('$0.31 of $2.00 spent · TikHub App V2');
    expect(page.has('button', jobsEn['jobs.collect'])).toBe(false);
    await page.click('button', jobsEn['jobs.pause']);
    await page.click('button', jobsEn['jobs.cancel']);
    expect([...named('job.pause'), ...named('job.cancel')]).toEqual([{ jobId: 'job-1' }, { jobId: 'job-1' }]);
  });

  it('stands beside another one of the same note', async () => {
    const second = createJob({ jobId: 'job-2', kind: 'refresh-comments', state: 'queued' });
    const { page } = await openCollectBar({ jobs: [second, createJob()] });
    expect(page.text()).toContain(jobsEn['jobs.kind-collect-comments']);
    expect(page.text()).toContain(jobsEn['jobs.kind-refresh-comments']);
  });

  it('that waits says until when and why, and may be tried at once', async () => {
    const waiting = createJob({
      state: 'waiting',
      notBefore: Date.now() + 10,
      error: {
        code: 'providers-failed',
        message: '',
        retryable: true,
        details: { kind: 'rate-limited', attempts: 3 },
      },
    });
    const { page, named } = await openCollectBar({ jobs: [waiting] });
    expect(page.text()).toMatch(/waits until .*\d\d:\d\d:\d\d/);
    expect(page.text()).toContain(providersEn['providers.kind-rate-limited']);
    expect(page.has('progressbar', jobsEn['jobs.kind-collect-comments'])).toBe(false);
    await page.click('button', jobsEn['jobs.resume-now']);
    expect(named('job.resume')).toEqual([{ jobId: 'job-1' }]);
  });

  it('takes again what has failed while the rest goes on', async () => {
    const { progress } = createJob();
    const { page, named } = await openCollectBar({
      jobs: [createJob({ progress: { ...progress, itemsFailed: 2 } })],
    });
    await page.click('button', jobsEn['jobs.retry']);
    expect(named('job.retry')).toEqual([{ jobId: 'job-1' }]);
  });

  it('goes on when the user says so', async () => {
    const { page, named } = await openCollectBar({ jobs: [createJob({ state: 'paused' })] });
    await page.click('button', jobsEn['jobs.resume']);
    expect(named('job.resume')).toEqual([{ jobId: 'job-1' }]);
  });
});

describe('the page that loads comments', () => {
  const load = (over: Partial<Job>) => createJob({ kind: 'load-comments', ...over });

  it('keeps nobody from collecting while it waits for the user', async () => {
    const { page } = await openCollectBar({ jobs: [load({ state: 'paused' })] });
    expect(page.has('button', jobsEn['jobs.resume'])).toBe(true);
    expect(page.has('button', jobsEn['jobs.collect'])).toBe(true);
  });

  it('stands alone while it is at work', async () => {
    const { page } = await openCollectBar({ jobs: [load({})] });
    expect(page.has('button', jobsEn['jobs.collect'])).toBe(false);
  });

  it('that did not give all of it leaves all to be collected', async () => {
    const { collected } = COLLECTED;
    if (!collected) throw new Error('nothing was collected');
    const { page } = await openCollectBar({
      list: { ...COLLECTED, collected: { ...collected, state: 'short', sources: ['page'] } },
    });
    expect(page.has('button', jobsEn['jobs.collect'])).toBe(true);
    expect(page.has('button', jobsEn['jobs.refresh'])).toBe(false);
  });
});

describe('a job that has stopped', () => {
  const stopped = (
    details: Record<string, string>,
    code: 'budget-reached' | 'no-provider',
    over: Partial<Job> = {},
  ) => createJob({ state: 'paused', error: { code, message: code, retryable: false, details }, ...over });

  it('by a full disk: what is kept, where room is taken, and that it goes on when the user says so', async () => {
    const error = { code: 'storage-full', message: '', retryable: false, details: {} } as const;
    const { page, named, asked } = await openCollectBar({ jobs: [createJob({ state: 'paused', error })] });
    expect(page.text()).toContain(jobsEn['jobs.full-title']);
    expect(page.text()).toContain(jobsEn['jobs.full-paused']);
    await page.click('button', jobsEn['jobs.full-space']);
    expect(asked).toEqual(['page library space']);
    await page.click('button', jobsEn['jobs.resume']);
    expect(named('job.resume')).toEqual([{ jobId: 'job-1' }]);
  });

  it('by a disk so full that not even that could be written: said all the same, and gone when it moves on', async () => {
    const { page, emit, named } = await openCollectBar({ jobs: [createJob()] });
    const settle = () => act(async () => void (await vi.advanceTimersByTimeAsync(300)));
    emit('job.changed', { jobId: 'job-1', stuck: 'storage-full' });
    await settle();
    expect(page.text()).toContain(jobsEn['jobs.full-waits']);
    await page.click('button', jobsEn['jobs.resume-now']);
    expect(named('job.resume')).toEqual([{ jobId: 'job-1' }]);
    emit('job.changed', { jobId: 'job-1', noteId: NOTE_ID });
    await settle();
    expect(page.text()).not.toContain(jobsEn['jobs.full-title']);
  });

  it('by its own budget: that is raised, and it goes on', async () => {
    const job = stopped({ scope: 'job', currency: 'USD' }, 'budget-reached', { budget: { USD: 0.31 } });
    const { page, named } = await openCollectBar({ jobs: [job] });
    expect(page.text()).toContain('$0.31 of $0.31 spent');
    expect(page.has('button', jobsEn['jobs.resume'])).toBe(false);
    await page.click('button', providersEn['providers.budget-raise']);
    expect(named('job.set-budget')).toEqual([{ jobId: 'job-1', budget: { USD: 0.62 } }]);
    expect(named('job.resume')).toEqual([{ jobId: 'job-1' }]);
    expect(named('settings.change')).toEqual([]);
  });

  it('for want of a key: the way to one, and going on afterwards', async () => {
    const { page } = await openCollectBar({ jobs: [stopped({ gap: 'no-key' }, 'no-provider')] });
    expect(page.has('button', jobsEn['jobs.resume'])).toBe(true);
  });

  it('because nobody can be asked for now', async () => {
    const { page, named } = await openCollectBar({ jobs: [stopped({ gap: 'out' }, 'no-provider')] });
    expect(page.text()).toContain(jobsEn['jobs.out-title']);
    await page.click('button', jobsEn['jobs.resume']);
    expect(named('job.resume')).toEqual([{ jobId: 'job-1' }]);
  });

  it('may be ended with what is there; one that has brought nothing is cancelled', async () => {
    const { page, named } = await openCollectBar({ jobs: [stopped({ gap: 'out' }, 'no-provider')] });
    expect(page.has('button', jobsEn['jobs.cancel'])).toBe(false);
    await page.click('button', jobsEn['jobs.conclude']);
    expect(named('job.conclude')).toEqual([{ jobId: 'job-1' }]);
    closeCollectBar();
    const { progress } = createJob();
    const none = stopped({ gap: 'out' }, 'no-provider', { progress: { ...progress, rows: 0 } });
    const other = await openCollectBar({ jobs: [none] });
    expect(other.page.has('button', jobsEn['jobs.conclude'])).toBe(false);
    await other.page.click('button', jobsEn['jobs.cancel']);
    expect(other.named('job.cancel')).toEqual([{ jobId: 'job-1' }]);
  });
});
