// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { jobsEn } from '../../../../src/i18n/en/jobs/jobs';
import type { JobItem, JobLogEntry } from '../../../../src/model/jobs/job-item';
import { JobParts } from '../../../../src/ui/jobs/job-parts';
import { createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { NOTE_ID } from '../support/samples';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const item = (number: number, state: JobItem['state']): JobItem => ({
  jobId: 'job-1',
  itemId: `${NOTE_ID}/root-${number}`,
  noteId: NOTE_ID,
  order: number,
  state,
  work: {},
  attempt: 0,
  rows: number,
});
const LOG: readonly JobLogEntry[] = [
  { jobId: 'job-1', seq: 1, at: 1, event: 'created' },
  { jobId: 'job-1', seq: 2, at: 2, event: 'paused' },
];

describe('the parts of a job beside its note', () => {
  it('are read when somebody looks: how many in which state, what went wrong by name, what happened last', async () => {
    const items = [...Array.from({ length: 7 }, (_, index) => item(index, 'failed')), item(8, 'done')];
    let reads = 0;
    const { ports, asked } = createFakePorts({
      readers: {
        listJobLog: async () => [...LOG],
        listJobItems: async ({ state }) => {
          reads += 1;
          return items.filter((one) => one.state === state);
        },
      },
    });
    shown = await renderUi(<JobParts jobId="job-1" />, ports);
    expect(reads).toBe(0);
    const details = document.querySelector('details');
    await act(async () => {
      if (details) details.open = true;
      details?.dispatchEvent(new Event('toggle'));
    });
    await shown.settle();
    expect(shown.text()).toContain('Failed (7) · Done (1)');
    expect(shown.text()).toContain('Replies of thread root-4 · failed');
    expect(shown.text()).not.toContain('root-5');
    expect(shown.text()).toContain('2 more');
    expect(shown.text().indexOf('Paused')).toBeLessThan(shown.text().indexOf('Created'));
    await shown.click('button', jobsEn['jobs.details']);
    expect(asked).toEqual(['page library jobs/job-1']);
  });
});
