// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Job } from '../../../../../src/model/jobs/job';
import { createJobsStore } from '../../../../../src/ui/jobs/state/create-jobs-store';
import { NoteWatch } from '../../../../../src/ui/jobs/watch/note-watch';
import { WatchDialog } from '../../../../../src/ui/jobs/watch/watch-dialog';
import { createFakePorts } from '../../support/fake-ports';
import { createFamily } from '../../support/provider-samples';
import { renderUi, type Rendered } from '../../support/render-ui';
import { NOTE_ID, createNote } from '../../support/samples';
import { createJob } from '../job-samples';

const NOW = Date.UTC(2026, 10, 25, 12);
const DAY_MS = 86_400_000;

let shown: Rendered | undefined;
beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: NOW }));
afterEach(() => {
  shown?.end();
  vi.useRealTimers();
});

interface Asked {
  readonly input: { readonly everyMs: number; readonly until?: number };
}

/** Answers as the background does: one look at the beginning and one whenever it is due again. */
const answerEstimate = ({ input: { everyMs, until } }: Asked) => {
  const calls = until === undefined ? 1 : 1 + Math.floor((until - Date.now()) / everyMs);
  return {
    provider: 'tikhub-app-v2',
    calls,
    cost: { USD: calls / 100 },
    isCached: false,
    fitsBudget: true,
    isGuess: false,
  };
};

function createPorts(jobs: readonly Job[] = []) {
  return createFakePorts({
    answers: {
      'job.estimate': answerEstimate,
      'job.start': () => createJob({ kind: 'watch-note' }),
      'provider.list': () => [createFamily('tikhub', { state: 'ready' })],
      'vault.find': () => ({ isSealed: false, isLocked: false }),
    },
    readers: { listJobs: async () => [...jobs] },
  });
}

describe('watching a note', () => {
  it('says what it costs a day and in all, and begins as was chosen', async () => {
    const fake = createPorts();
    const note = { noteId: NOTE_ID, xsecToken: 'token', name: 'Tea' };
    const page = await renderUi(<WatchDialog note={note} onClose={() => undefined} />, fake.ports);
    shown = page;
    const price = async () => {
      await act(async () => {
        await vi.advanceTimersByTimeAsync(1_100);
      });
      await page.settle();
    };
    await price();
    expect(page.text()).toContain('A day: 4 calls · about $0.04');
    expect(page.text()).toContain('In all · 28 calls · about $0.28');
    await page.choose('How often', String(DAY_MS / 8));
    await page.choose('How long', '3');
    await price();
    expect(page.text()).toContain('A day: 8 calls');
    expect(page.text()).toContain('In all · 24 calls');
    await page.click('button', 'Start watching');
    expect(fake.calls.find(({ name }) => name === 'job.start')?.input).toEqual({
      kind: 'watch-note',
      input: { noteId: NOTE_ID, xsecToken: 'token', everyMs: DAY_MS / 8, until: NOW + 3 * DAY_MS },
      title: 'Tea',
      agreed: true,
    });
  });

  it('may go on until it is stopped: then the price is that of a look', async () => {
    const fake = createPorts();
    const page = await renderUi(
      <WatchDialog note={{ noteId: NOTE_ID, name: 'Tea' }} onClose={() => undefined} />,
      fake.ports,
    );
    shown = page;
    await page.choose('How long', 'stopped');
    await act(async () => {
      await vi.advanceTimersByTimeAsync(1_100);
    });
    await page.settle();
    expect(page.text()).toContain('Each look · 1 call · about $0.01');
    await page.click('button', 'Start watching');
    const order = fake.calls.find(({ name }) => name === 'job.start')?.input;
    expect(order).toMatchObject({ input: { noteId: NOTE_ID } });
    expect((order as Asked).input).not.toHaveProperty('until');
  });
});

describe('a watch at an unknown price', () => {
  it('says beforehand that it will pause', async () => {
    const fake = createPorts();
    const note = { noteId: NOTE_ID, name: 'Tea' };
    const client: typeof fake.ports.client = (async (name: string, input: unknown) =>
      name === 'job.estimate'
        ? { provider: 'parsebot', calls: 4, isCached: false, fitsBudget: true, isGuess: false }
        : fake.ports.client(name as never, input as never)) as never;
    shown = await renderUi(<WatchDialog note={note} onClose={() => undefined} />, { ...fake.ports, client });
    await act(async () => {
      await vi.advanceTimersByTimeAsync(1_100);
    });
    await shown.settle();
    expect(shown.text()).toContain('the watch will pause until you enter the price');
  });
});

describe('a note in the panel', () => {
  const open = async (jobs: readonly Job[]) => {
    const fake = createPorts(jobs);
    const leaving = new AbortController();
    const store = createJobsStore(fake.ports, leaving.signal);
    shown = await renderUi(<NoteWatch note={createNote()} jobs={store} />, fake.ports);
    return { ...fake, page: shown };
  };

  it('may be watched', async () => {
    const { page } = await open([createJob()]);
    expect(page.has('button', 'Watch the counts')).toBe(true);
  });

  it('that is watched leads to its figures', async () => {
    const watch = createJob({ jobId: 'w1', kind: 'watch-note', state: 'waiting', notBefore: NOW + DAY_MS });
    const { page, asked } = await open([watch]);
    expect(page.text()).toMatch(/Watched · next look \w+ \d+, \d\d:\d\d/);
    await page.click('button', 'Show the figures');
    expect(asked).toEqual(['page library jobs/w1']);
  });
});
