// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';
import type { Collection } from '../../../../src/model/comment';
import { JobEnd } from '../../../../src/ui/jobs/job-end';
import { Coverage } from '../../../../src/ui/note/coverage';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { NOTE_ID, createNote } from '../support/samples';
import { createJob } from './job-samples';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const COLLECTED: Collection = {
  ...{ jobId: 'job-1', startedAt: 1, endedAt: Date.now(), topLevel: 8, replies: 2, said: {}, endedBy: 'end' },
  ...{ state: 'unknown', failedThreads: [], duplicates: 0, sources: ['tikhub-web-v3'], restarts: 0 },
  ...{ failedAttempts: 0, billedCalls: 2, cost: {}, hasUnknownPrice: false },
};

async function show(state: Collection['state']): Promise<string> {
  const collected = { ...COLLECTED, state };
  const list = { noteId: NOTE_ID, threads: {}, updatedAt: 1, collected };
  const job = createJob({ state: 'done', endedAt: Date.now() });
  shown = await renderUi(
    <>
      <JobEnd job={job} collected={collected} onClose={() => undefined} />
      <Coverage note={createNote()} captured={10} list={list} />
    </>,
    createFakePorts({ settings: AGREED }).ports,
  );
  return shown.text();
}

it('nothing is called all, or collected in full, of which nobody says how much there is', async () => {
  const text = await show('unknown');
  expect(text).toContain('10 comments collected; nobody says exactly how many there are');
  expect(text).toMatch(/Collected .* from TikHub Web V3; nobody says exactly how many there are/);
  expect(text).not.toMatch(/All collected|in full/);
});

it('what is complete is called so', async () => {
  const text = await show('complete');
  expect(text).toContain('All collected: 10 comments');
  expect(text).toMatch(/Collected in full .* from TikHub Web V3/);
  expect(text).not.toContain('nobody says');
});
