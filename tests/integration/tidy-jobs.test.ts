/** What becomes of jobs that are over, over months. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { applyRetention } from '../../src/background/forget/apply-retention';
import { tidyJobs } from '../../src/background/forget/tidy-jobs';
import type { Collection } from '../../src/model/comment';
import type { Job } from '../../src/model/jobs/job';
import type { JobItem } from '../../src/model/jobs/job-item';
import { createConnection } from '../../src/storage/database';
import { NOW, startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import { createMortalConnection } from '../support/jobs/mortal-connection';
import { comment, ENTRY, JOB } from '../support/stored-rows';

const DAY_MS = 24 * 3_600_000;
const daysAgo = (days: number) => NOW - days * DAY_MS;

const job = (jobId: string, state: Job['state'], days: number, fields: Partial<Job> = {}): Job => {
  const at = daysAgo(days);
  const ended = ['done', 'partial', 'failed', 'cancelled'].includes(state) ? { endedAt: at } : {};
  return { ...(JOB as Job), jobId, state, createdAt: at, updatedAt: at, ...ended, ...fields };
};

const item = (jobId: string, itemId: string, state: JobItem['state'], work: object): JobItem => ({
  ...{ jobId, itemId, order: 0, state, work, attempt: 0, rows: 1 },
});
const list = { type: 'comments', noteId: 'n1', untilKnown: false, without: [], cursors: [], pages: 1 };
const listWork = { ...list, patience: 0, said: {} };
const threadWork = (rootCommentId: string) => ({ ...listWork, rootCommentId });

/** A note's list and three threads, of which one came short. */
const partsOf = (jobId: string, third: JobItem['state']): JobItem[] => [
  item(jobId, 'n1', 'done', listWork),
  item(jobId, 'n1/a', 'done', threadWork('a')),
  item(jobId, 'n1/b', 'done', threadWork('b')),
  item(jobId, 'n1/c', third, threadWork('c')),
];

/** What a job that was cancelled has come to. */
const collectedBy = (jobId: string): Collection => ({
  ...{ jobId, startedAt: daysAgo(91), endedAt: daysAgo(91), state: 'short', endedBy: 'stopped' },
  ...{ topLevel: 1, replies: 0, said: {}, failedThreads: [], duplicates: 0, sources: ['tikhub-app-v2'] },
  ...{ restarts: 0, failedAttempts: 0, billedCalls: 2, cost: { USD: 0.02 }, hasUnknownPrice: false },
});

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
});

const put = (jobs: readonly Job[], items: readonly JobItem[] = [], to = background.connection) =>
  to.write(async (transaction) => {
    for (const one of jobs) {
      await transaction.objectStore('jobs').put(one);
      await transaction.objectStore('jobLog').put({ jobId: one.jobId, seq: 1, at: 1, event: 'created' });
    }
    for (const one of items) await transaction.objectStore('jobItems').put(one);
  });

const listIds = async () => {
  const stored = await background.readAll();
  const idsOf = (store: string) => (stored[store] as { jobId: string }[]).map(({ jobId }) => jobId);
  return { jobs: idsOf('jobs').sort(), logs: idsOf('jobLog').sort() };
};
const listParts = async () =>
  ((await background.readAll())['jobItems'] as JobItem[]).map(({ jobId, itemId }) => `${jobId}: ${itemId}`);

describe('jobs that are over', () => {
  it('stay as long as something they have sent is not confirmed: it is looked for by them', async () => {
    const target = { action: 'reply', noteId: 'n1', commentId: 'c1', viewerId: 'v1', content: 'x' };
    const work = { target, actionId: 'a1', begunAt: daysAgo(91) };
    await put(
      [
        job('sent', 'partial', 91, { kind: 'act' }),
        job('failed', 'partial', 91, { kind: 'act' }),
        job('confirmed', 'done', 91, { kind: 'act' }),
      ],
      [
        item('sent', '00000', 'short', { ...work, stage: 'sent', looks: 0 }),
        item('failed', '00000', 'failed', { stage: 'due', target }),
        item('confirmed', '00000', 'done', { ...work, stage: 'sent', looks: 1 }),
      ],
    );
    expect(await tidyJobs(background.services)).toBe(2);
    expect(await listIds()).toEqual({ jobs: ['sent'], logs: ['sent'] });
    expect(await listParts()).toEqual(['sent: 00000']);
  });

  it('go ninety days after their end with parts and log, and nothing of what they have brought', async () => {
    const old = ['done', 'partial', 'failed', 'cancelled'] as const;
    await put(
      [
        ...old.map((state) => job(`old-${state}`, state, 91)),
        job('young', 'partial', 89),
        job('waits', 'paused', 400),
        // Begun long ago, over since yesterday.
        { ...job('long', 'done', 1), createdAt: daysAgo(200) },
      ],
      old.flatMap((state) => partsOf(`old-${state}`, 'short')),
    );
    await background.connection.write(async (transaction) => {
      const row = { ...comment('n1', 'c1'), collectedBy: 'old-done' };
      await transaction.objectStore('comments').put(row as never);
      await transaction.objectStore('ledger').put({ ...ENTRY, jobId: 'old-done' } as never);
      await transaction
        .objectStore('exportMarks')
        .put({ noteId: 'n1', format: 'csv', exportedAt: 4, rows: 3 });
      await transaction.objectStore('snapshots').put({ noteId: 'n1', at: NOW, source: 'page', counts: {} });
      const gap = { noteId: 'n1', hasGap: true, gapSince: 5, updatedAt: 5 };
      await transaction.objectStore('commentLists').put({ ...gap, collected: collectedBy('old-cancelled') });
    });
    const kept = ['comments', 'ledger', 'exportMarks', 'snapshots', 'commentLists'];
    const before = await background.readAll();
    await applyRetention(background.services);
    const left = ['long', 'waits', 'young'];
    expect(await listIds()).toEqual({ jobs: left, logs: left });
    const after = await background.readAll();
    expect(after['jobItems']).toBeUndefined();
    for (const store of kept) expect(after[store]).toEqual(before[store]);
    const told = background.events.filter(({ name }) => name === 'job.changed');
    expect(told.map(({ payload }) => (payload as { jobId: string }).jobId).sort()).toEqual(
      old.map((state) => `old-${state}`).sort(),
    );
  });

  it('leave beside the note what they came to, where the worker died before it was written down', async () => {
    await put([job('cancelled', 'cancelled', 91, { noteId: 'n1' })], partsOf('cancelled', 'open'));
    await background.connection.write(async (transaction) => {
      await transaction.objectStore('commentLists').put({ noteId: 'n1', updatedAt: 5 });
      await transaction.objectStore('ledger').put({ ...ENTRY, jobId: 'cancelled' } as never);
    });
    await tidyJobs(background.services);
    const { commentLists, jobs } = await background.readAll();
    expect(jobs).toBeUndefined();
    const collected = { jobId: 'cancelled', state: 'short', billedCalls: 1, hasUnknownPrice: true };
    expect(commentLists).toMatchObject([{ noteId: 'n1', collected }]);
  });

  it('are two hundred at most: the newest stay, and all that go on', async () => {
    const over = Array.from({ length: 203 }, (_, each) => job(`over-${each}`, 'done', 1 + each / 10));
    await put([
      ...over,
      job('active', 'waiting', 30, { notBefore: NOW + DAY_MS }),
      job('paused', 'paused', 30),
    ]);
    await tidyJobs(background.services);
    const { jobs } = await listIds();
    expect(jobs).toHaveLength(202);
    expect(jobs).toEqual(expect.arrayContaining(['over-0', 'over-199', 'active', 'paused']));
    expect(jobs).not.toContain('over-200');
  });

  it('keep by name what can be retried or looked up; the threads of a job without a gap go after a week', async () => {
    const person = { type: 'person', row: 0, cells: ['x'], userId: 'u1' };
    await put(
      [
        job('done', 'done', 8),
        job('recent', 'done', 6),
        job('partial', 'partial', 8),
        job('people', 'done', 8, { kind: 'enrich-authors' }),
      ],
      [
        ...partsOf('done', 'skipped'),
        ...partsOf('recent', 'done'),
        ...partsOf('partial', 'short'),
        item('people', 'row/0', 'done', person),
      ],
    );
    await tidyJobs(background.services);
    const whole = (jobId: string) => ['n1', 'n1/a', 'n1/b', 'n1/c'].map((itemId) => `${jobId}: ${itemId}`);
    expect(await listParts()).toEqual([
      'done: n1',
      'done: n1/c',
      ...whole('partial'),
      'people: row/0',
      ...whole('recent'),
    ]);
    expect((await listIds()).logs).toEqual(['done', 'partial', 'people', 'recent']);
  });

  it('are whole or gone when the worker dies anywhere in it, and the next day goes on', async () => {
    for (let fatal = 1; ; fatal += 1) {
      const name = `tidy-${fatal}-${crypto.randomUUID()}`;
      const mortal = createMortalConnection(name, fatal);
      const whole = createConnection(name);
      await put(
        [job('old', 'partial', 91), job('done', 'done', 8)],
        [...partsOf('old', 'short'), ...partsOf('done', 'done')],
        whole,
      );
      await tidyJobs({ ...background.services, connection: mortal }).catch(() => undefined);
      const database = await whole.open();
      const isThere = (await database.get('jobs', 'old')) !== undefined;
      const left = (await database.getAllKeys('jobItems')).filter(([jobId]) => jobId === 'old');
      expect(left).toHaveLength(isThere ? 4 : 0);
      await tidyJobs({ ...background.services, connection: whole });
      expect(await database.getAllKeys('jobs')).toEqual(['done']);
      expect(await database.getAllKeys('jobItems')).toEqual([['done', 'n1']]);
      await whole.close();
      if (!mortal.isDead) break;
    }
  });
});
