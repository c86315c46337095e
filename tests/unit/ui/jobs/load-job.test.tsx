// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { commentsEn } from '../../../../src/i18n/en/comments';
import { errorsEn } from '../../../../src/i18n/en/errors';
import { jobsEn } from '../../../../src/i18n/en/jobs/jobs';
import type { ErrorCode } from '../../../../src/model/errors';
import { NO_PROGRESS } from '../../../../src/model/jobs/job-progress';
import type { Job } from '../../../../src/model/jobs/job';
import { JobCard } from '../../../../src/ui/jobs/job-card';
import { JobEnd } from '../../../../src/ui/jobs/job-end';
import { JobProblem } from '../../../../src/ui/jobs/job-problem';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { NOTE_ID, createNote } from '../support/samples';
import { createJob } from './job-samples';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const createLoad = (over: Partial<Job> = {}) =>
  createJob({
    kind: 'load-comments',
    progress: { ...NO_PROGRESS, rows: 34, expectedRows: 86, expansions: 3, sources: { page: 34 } },
    ...over,
  });
const stopped = (code: ErrorCode, details: Record<string, string> = {}) =>
  createLoad({ state: 'paused', error: { code, message: code, retryable: false, details } });

const world = (items: readonly string[] = []) =>
  createFakePorts({
    settings: AGREED,
    readers: {
      findNote: async () => createNote(),
      listJobItems: async ({ state }) =>
        state === 'short' ? items.map((itemId) => ({ itemId }) as never) : [],
    },
    answers: { 'job.resume': createLoad, 'job.pause': createLoad },
  });

describe('a page that loads comments', () => {
  it('shows how far it is and how many threads it opened, nothing of costs, and can be paused', async () => {
    const fake = world();
    shown = await renderUi(
      <JobCard seen={{ job: createLoad(), pace: { perSecond: 0.5, leftMs: 104_000 } }} />,
      fake.ports,
    );
    expect(shown.text()).toContain('34 of 86');
    expect(shown.text()).toContain('30 a minute · about 1:44 left · 3 threads opened');
    expect(shown.text()).not.toContain('spent');
    await shown.click('button', jobsEn['jobs.pause']);
    expect(fake.calls.at(-1)).toEqual({ name: 'job.pause', input: { jobId: 'job-1' } });
  });

  it.each(['tab-hidden', 'note-left', 'step-limit', 'login-wanted', 'page-not-reached'] as const)(
    '%s: says why it has stopped, and goes on when told to',
    async (code) => {
      const fake = world();
      shown = await renderUi(<JobCard seen={{ job: stopped(code), pace: undefined }} />, fake.ports);
      expect(shown.text()).toContain(errorsEn[`error.${code}`]);
      await shown.click('button', jobsEn['jobs.resume']);
      expect(fake.calls.at(-1)).toEqual({ name: 'job.resume', input: { jobId: 'job-1' } });
    },
  );

  it('says of a warning of the site that it comes first', async () => {
    const job = stopped('risk-control', { sign: 'anti-spam' });
    shown = await renderUi(<JobCard seen={{ job, pace: undefined }} />, world().ports);
    expect(shown.text()).toContain(commentsEn['comments.stopped-stop-sign']);
  });

  it('offers the note where it is not beside it, if that is what it takes', async () => {
    const fake = world();
    const away = (code: ErrorCode) => (
      <JobProblem isElsewhere job={stopped(code)} onResume={() => undefined} />
    );
    shown = await renderUi(away('tab-gone'), fake.ports);
    await shown.settle();
    await shown.click('button', jobsEn['jobs.open-note']);
    expect(fake.asked.at(-1)).toContain(`/explore/${NOTE_ID}`);
    shown.end();
    shown = await renderUi(away('step-limit'), fake.ports);
    await shown.settle();
    expect(shown.has('button', jobsEn['jobs.open-note'])).toBe(false);
  });

  it('has come to the end of the page', async () => {
    const job = createLoad({ state: 'done' });
    shown = await renderUi(
      <JobEnd job={job} collected={undefined} onClose={() => undefined} />,
      world().ports,
    );
    expect(shown.text()).toContain('Reached the end of the page; it shows 34.');
  });

  it('says of a page that was read to its end what it shows less than the note counts, and of no other', async () => {
    const { progress } = createLoad();
    const less = jobsEn['jobs.partial-load-less'];
    const read = createLoad({ state: 'partial', progress: { ...progress, itemsFailed: 0 } });
    const show = async (job: Job) => {
      const end = <JobEnd job={job} collected={undefined} onClose={() => undefined} />;
      shown = await renderUi(end, world().ports);
      await shown.settle();
      return shown.text();
    };
    expect(await show(read)).toContain(less);
    shown?.end();
    const ended = createLoad({ state: 'partial', progress: { ...progress, itemsFailed: 1 } });
    expect(await show(ended)).not.toContain(less);
  });

  it('counts the threads that are short, not their list', async () => {
    const { progress } = createLoad();
    const job = createLoad({ state: 'partial', progress: { ...progress, itemsFailed: 3 } });
    const items = [NOTE_ID, `${NOTE_ID}/c1`, `${NOTE_ID}/c2`];
    shown = await renderUi(
      <JobEnd job={job} collected={undefined} onClose={() => undefined} />,
      world(items).ports,
    );
    await shown.settle();
    expect(shown.text()).toContain('34 comments collected, not complete');
    expect(shown.text()).toContain('2 threads with fewer replies than the page promises');
    expect(shown.has('button', jobsEn['jobs.retry'])).toBe(true);
  });
});
