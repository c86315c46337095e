// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { providersEn } from '../../../../../src/i18n/en/providers/providers';
import type { Job } from '../../../../../src/model/jobs/job';
import { JobLine } from '../../../../../src/ui/library/jobs/job-line';
import { createJob } from '../../jobs/job-samples';
import { AGREED, createFakePorts } from '../../support/fake-ports';
import { renderUi, type Rendered } from '../../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

async function show(over: Partial<Job>) {
  let exports = 0;
  const job = createJob(over);
  const { ports, calls } = createFakePorts({ settings: AGREED, answers: { 'job.resume': () => job } });
  shown = await renderUi(
    <JobLine
      seen={{ job, pace: undefined }}
      onOpen={() => undefined}
      onExport={() => {
        exports += 1;
      }}
    />,
    ports,
  );
  return { page: shown, exports: () => exports, calls };
}

describe('a job in the list', () => {
  it.each(['running', 'waiting', 'paused', 'partial', 'failed', 'cancelled', 'done'] as const)(
    'exports what is there, also while it is %s',
    async (state) => {
      const { page, exports } = await show({ state });
      await page.click('button', 'Export what is there');
      expect(exports()).toBe(1);
    },
  );

  it('offers no file where nothing came, or where no comments come', async () => {
    const { progress } = createJob();
    expect(
      (await show({ progress: { ...progress, rows: 0 } })).page.has('button', 'Export what is there'),
    ).toBe(false);
    shown?.end();
    expect((await show({ kind: 'watch-note' })).page.has('button', 'Export what is there')).toBe(false);
  });

  it('that was cancelled goes on from there; a file that was broken off does not', async () => {
    const { page, calls } = await show({ state: 'cancelled' });
    await page.click('button', 'Go on from there');
    expect(calls.filter(({ name }) => name.startsWith('job.'))).toEqual([
      { name: 'job.resume', input: { jobId: 'job-1' } },
    ]);
    shown?.end();
    const file = await show({ state: 'cancelled', kind: 'export' });
    expect(file.page.has('button', 'Go on from there')).toBe(false);
  });

  it('says of providers that all failed what the last one said, and no list that is not here', async () => {
    const error = {
      code: 'providers-failed',
      message: '',
      retryable: true,
      details: { runId: 'r1', kind: 'timeout' },
    } as const;
    const { page } = await show({ state: 'failed', error });
    expect(page.text()).toContain(providersEn['providers.kind-timeout']);
    expect(page.text()).not.toContain('listed');
  });
});
