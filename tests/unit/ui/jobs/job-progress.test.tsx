// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { Job } from '../../../../src/model/jobs/job';
import { NO_PROGRESS } from '../../../../src/model/jobs/job-progress';
import { JobProgress } from '../../../../src/ui/jobs/job-progress';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { createJob } from './job-samples';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

async function show(progress: object, state: Job['state'] = 'running') {
  const job = createJob({ state, progress: { ...NO_PROGRESS, ...progress } });
  const { ports } = createFakePorts({ settings: AGREED });
  shown = await renderUi(<JobProgress seen={{ job, pace: undefined }} />, ports);
  const bar = document.querySelector('[role=progressbar], [role=meter]');
  return {
    text: shown.text(),
    now: bar?.getAttribute('aria-valuenow'),
    most: bar?.getAttribute('aria-valuemax'),
    moves: bar?.classList.contains('progress-open'),
  };
}

describe('the progress of a job', () => {
  it('is its rows, where the source says how many there are', async () => {
    const { text, now, most } = await show({ rows: 310, expectedRows: 944, itemsDone: 1, itemsKnown: 9 });
    expect(text).toContain('310 of 944');
    expect([now, most]).toEqual(['310', '944']);
  });

  it('is its parts, where nobody has counted the rows of a list', async () => {
    const { text, now, most } = await show({ rows: 41, itemsDone: 3, itemsKnown: 12 });
    expect(text).toContain('3 of 12 parts · 41 rows');
    expect([now, most]).toEqual(['3', '12']);
  });

  it('is open as long as one part is known alone', async () => {
    const { text, now } = await show({ rows: 20, itemsKnown: 1 });
    expect(text).toContain('20 rows');
    expect(text).not.toContain('parts');
    expect(now).toBeNull();
  });

  it('moves only while it is at work', async () => {
    expect((await show({ rows: 20, itemsKnown: 1 })).moves).toBe(true);
    for (const state of ['queued', 'waiting', 'paused', 'done'] as const) {
      shown?.end();
      expect((await show({ rows: 20, itemsKnown: 1 }, state)).moves, state).toBe(false);
    }
  });
});
