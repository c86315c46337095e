// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '../../../../../src/model/jobs/job';
import { CollectDialog } from '../../../../../src/ui/jobs/collect/collect-dialog';
import type { CollectSubject } from '../../../../../src/ui/jobs/collect/collect-subject';
import { createFakePorts } from '../../support/fake-ports';
import { createFamily } from '../../support/provider-samples';
import { renderUi, type Rendered } from '../../support/render-ui';
import { createJob } from '../job-samples';

let shown: Rendered | undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => {
  shown?.end();
  vi.useRealTimers();
});

/** A job as it is answered right after it was written down. */
const BEGUN = createJob({ jobId: 'job-9', kind: 'collect-notes', state: 'queued' });

async function open(subject: CollectSubject, answered: Job = BEGUN) {
  const fake = createFakePorts({
    answers: {
      'job.estimate': () => ({
        provider: 'tikhub-app-v2',
        calls: 3,
        cost: { USD: 0.03 },
        isCached: false,
        fitsBudget: true,
        isGuess: true,
      }),
      'job.start': () => answered,
      'provider.list': () => [createFamily('tikhub', { state: 'ready' })],
      'vault.find': () => ({ isSealed: false, isLocked: false }),
    },
  });
  let closed = 0;
  const page = await renderUi(<CollectDialog subject={subject} onClose={() => (closed += 1)} />, fake.ports);
  shown = page;
  const start = async () => {
    await act(async () => {
      await vi.advanceTimersByTimeAsync(1_100);
    });
    await page.settle();
    await page.click('button', 'Start collecting');
    return fake.calls.find(({ name }) => name === 'job.start')?.input;
  };
  return { ...fake, page, start, closed: () => closed };
}

/** The label of the choice changes with its hint. */
const choose = async (page: Rendered, value: string) => {
  await act(async () => {
    const field = document.querySelector<HTMLSelectElement>('.dialog select');
    if (!field) throw new Error('no choice of what is wanted');
    field.value = value;
    field.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await page.settle();
};

describe('collecting notes', () => {
  it('that were found: as many as were chosen, with their tokens, details alone at first', async () => {
    const notes = [{ noteId: 'n1', xsecToken: 't1' }, { noteId: 'n2' }];
    const { page, start } = await open({ kind: 'listed', notes });
    expect(page.text()).toContain('Collect 2 notes');
    expect(page.text()).not.toContain('Only what is new');
    expect(await start()).toEqual({
      kind: 'collect-notes',
      input: { from: { kind: 'listed', notes }, most: 2, details: true, comments: false },
      title: '2 chosen notes',
      agreed: true,
    });
  });

  it('that are kept: only what is new, if that is wanted', async () => {
    const notes = [{ noteId: 'n1' }];
    const { page, start } = await open({ kind: 'listed', notes, isKept: true });
    await choose(page, 'new');
    expect(page.text()).toContain('from the newest to those that are kept');
    expect(await start()).toMatchObject({ input: { details: true, comments: true, onlyNew: true } });
  });

  it('of a person: no more than is said, with comments if wanted', async () => {
    const { page, start } = await open({ kind: 'author', userId: 'u1', name: 'Ann' });
    expect(page.text()).toContain('Collect the notes of “Ann”');
    await choose(page, 'comments');
    await page.type('At most', '12');
    await act(async () => {
      page
        .get('textbox', 'At most')
        .dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true }));
    });
    expect(await start()).toMatchObject({
      title: 'Ann',
      input: { from: { kind: 'author', userId: 'u1' }, most: 12, details: true, comments: true },
    });
  });

  it('of a topic, in the order that was looked at', async () => {
    const { start } = await open({ kind: 'topic', topicId: 'p1', sort: 'newest', name: 'tea' });
    expect(await start()).toMatchObject({
      input: { from: { kind: 'topic', input: { topicId: 'p1', sort: 'newest' } }, most: 50 },
    });
  });

  it('says that it has begun, and leads to the job', async () => {
    const { page, start, asked, closed } = await open({ kind: 'author', userId: 'u1', name: 'Ann' });
    await start();
    expect(page.text()).toContain('The job has begun');
    await page.click('button', 'Show the job');
    expect(closed()).toBe(1);
    expect(asked).toEqual(['page library jobs/job-9']);
  });

  it('says that it goes on, where the same was ordered before', async () => {
    const subject = { kind: 'author', userId: 'u1', name: 'Ann' } as const;
    const { page, start } = await open(subject, { ...BEGUN, startedAt: 2 });
    await start();
    expect(page.text()).toContain('The job goes on');
    expect(page.text()).toContain('it goes on where it stands');
    expect(page.text()).not.toContain('has begun');
  });
});
