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
    const page = await renderUi(<WatchDialog notes={[note]} onClose={() => undefined} />, fake.ports);
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
      <WatchDialog notes={[{ noteId: NOTE_ID, name: 'Tea' }]} onClose={() => undefined} />,
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

describe('watching several notes', () => {
  const NOTES = ['a', 'b', 'c'].map((noteId) => ({ noteId, name: `Note ${noteId}` }));
  const open = async (jobs: readonly Job[] = [], notes = NOTES) => {
    const fake = createPorts(jobs);
    const page = await renderUi(<WatchDialog notes={notes} onClose={() => undefined} />, fake.ports);
    shown = page;
    await act(async () => {
      await vi.advanceTimersByTimeAsync(1_100);
    });
    await page.settle();
    const started = () => fake.calls.filter(({ name }) => name === 'job.start').map(({ input }) => input);
    return { ...fake, page, started };
  };

  it('is a job for each, at the price of all', async () => {
    const { page, started, asked } = await open();
    expect(page.text()).toContain('Watch 3 notes');
    expect(page.text()).toContain('A day: 12 calls · about $0.12');
    expect(page.text()).toContain('In all · 84 calls · about $0.84');
    await page.click('button', 'Start watching');
    expect(started()).toMatchObject(
      NOTES.map(({ noteId, name }) => ({
        kind: 'watch-note',
        input: { noteId, until: NOW + 7 * DAY_MS },
        title: name,
      })),
    );
    expect(page.text()).toContain('3 watches have begun');
    await page.click('button', 'Show the jobs');
    expect(asked).toContain('page library jobs');
  });

  it('begins none for a note that is watched already', async () => {
    const watch = createJob({ jobId: 'w1', kind: 'watch-note', noteId: 'b', state: 'waiting' });
    const over = createJob({ jobId: 'w0', kind: 'watch-note', noteId: 'a', state: 'cancelled' });
    const { page, started } = await open([watch, over]);
    expect(page.text()).toContain('1 is watched already');
    expect(page.text()).toContain('A day: 8 calls');
    await page.click('button', 'Start watching');
    expect(started()).toMatchObject([{ input: { noteId: 'a' } }, { input: { noteId: 'c' } }]);
    shown?.end();
    const only = await open([watch], NOTES.slice(1, 2));
    expect(only.page.has('button', 'Start watching')).toBe(false);
  });

  it('begins no more than a hundred at once, and says so', async () => {
    const many = Array.from({ length: 120 }, (_, index) => ({ noteId: `n${index}`, name: `Note ${index}` }));
    const { page, started } = await open([], many);
    expect(page.text()).toContain('At most 100 at a time');
    await page.click('button', 'Start watching');
    expect(started()).toHaveLength(100);
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
    shown = await renderUi(<WatchDialog notes={[note]} onClose={() => undefined} />, {
      ...fake.ports,
      client,
    });
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
