/** Jobs while the disk is full, the clock is set back, two windows contradict each other, or the job or note goes away. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createConnection } from '../../../src/storage/database';
import type { DatabaseConnection, WriteTransaction } from '../../../src/storage/database';
import type { StoreName } from '../../../src/storage/schema';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { readCoverage } from '../../support/jobs/read-coverage';
import { answerComments, commentSeries, countNeededCalls } from '../../support/providers/comment-world';
import type { CommentWorld } from '../../support/providers/comment-world';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

const WORLD: CommentWorld = {
  replies: Array.from({ length: 90 }, (_, index) => (index % 9 === 0 ? 4 : 0)),
  page: 5,
  embedded: 1,
};
const ROWS = WORLD.replies.reduce((sum, count) => sum + 1 + count, 0);
const CALLS = countNeededCalls(WORLD);
const DAY_MS = 86_400_000;
const honest = (url: URL) => answerComments(WORLD, url);

function createTest(
  answer: (url: URL) => FakeAnswer | Promise<FakeAnswer> = honest,
  connection?: DatabaseConnection,
) {
  const gateway = createGatewayUnderTest([commentSeries('tikhub-app-v2')], answer, PRICED);
  const test = createEngineUnderTest(gateway.gateway, gateway.clock, connection);
  const start = () =>
    test.engine.start({ kind: 'collect-comments', input: { noteId: 'n1' }, noteId: 'n1', agreed: true });
  const isUnderWay = (calls = 3) =>
    expect.poll(() => gateway.line.asked.length, { interval: 1, timeout: 5_000 }).toBeGreaterThan(calls);
  const expectWhole = async (jobId: string) => {
    expect(await test.findJob(jobId)).toMatchObject({
      state: 'done',
      progress: { rows: ROWS, duplicates: 0 },
    });
    expect(await (await test.connection.open()).count('comments')).toBe(ROWS);
    expect(gateway.line.asked).toHaveLength(CALLS);
  };
  return { ...test, gateway, clock: gateway.clock, start, isUnderWay, expectWhole };
}

/** A disk on which nothing more can be written while it is full, or only what is small. */
function createFullDisk() {
  const connection = createConnection(`full-${crypto.randomUUID()}`);
  const disk: { room: 'enough' | 'little' | 'none' } = { room: 'enough' };
  const refuse = (): never => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  const write: DatabaseConnection['write'] = (change) =>
    connection.write((transaction) => {
      if (disk.room === 'none') refuse();
      return change(disk.room === 'little' ? withoutRoomForRows(transaction, refuse) : transaction);
    });
  return { disk, connection: { ...connection, write } };
}

function withoutRoomForRows(transaction: WriteTransaction, refuse: () => never): WriteTransaction {
  const open = (name: StoreName) => {
    const store = transaction.objectStore(name);
    if (name !== 'comments') return store;
    return new Proxy(store, {
      get: (target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (key === 'put') return refuse;
        return typeof value === 'function' ? (value.bind(target) as unknown) : value;
      },
    });
  };
  return { objectStore: open } as unknown as WriteTransaction;
}

describe('a full disk', () => {
  it('stops a job that cannot even be marked, which goes on by itself once there is room', async () => {
    const { disk, connection } = createFullDisk();
    const test = createTest(honest, connection);
    const { jobId } = await test.start();
    await test.isUnderWay();
    disk.room = 'none';
    await test.engine.wake();
    const asked = test.gateway.line.asked.length;
    expect(asked).toBeLessThan(CALLS);
    // It is tried again by alarm, and nothing is asked for again meanwhile.
    for (let rings = 0; rings < 3; rings += 1) {
      expect(test.alarmAt()).toBe(test.clock.now() + 30_000);
      test.clock.set(test.clock.now() + 30_000);
      await test.engine.wake();
    }
    expect(test.gateway.line.asked).toHaveLength(asked);
    expect(test.aside).toContainEqual(expect.objectContaining({ code: 'storage-full' }));
    // It cannot say so in its record, so it is told, and who opens a window later can ask.
    expect(test.events).toContainEqual({ name: 'job.changed', payload: { jobId, stuck: 'storage-full' } });
    expect([...test.engine.listStuck().keys()]).toEqual([jobId]);
    disk.room = 'enough';
    await test.runOut();
    expect(test.engine.listStuck().size).toBe(0);
    await test.expectWhole(jobId);
  });

  it('asks for nothing before the job can be written, where no answer could be kept', async () => {
    const { disk, connection } = createFullDisk();
    const test = createTest(honest, connection);
    const { jobId } = await test.start();
    await test.isUnderWay();
    disk.room = 'none';
    await test.engine.wake();
    const asked = test.gateway.line.asked.length;
    test.gateway.kept.clear();
    test.clock.set(test.clock.now() + 30_000);
    await test.engine.wake();
    expect(test.gateway.line.asked).toHaveLength(asked);
    expect([...test.engine.listStuck().keys()]).toEqual([jobId]);
  });

  it('pauses a job that can be marked, and says why', async () => {
    const { disk, connection } = createFullDisk();
    const test = createTest(honest, connection);
    const { jobId } = await test.start();
    await test.isUnderWay();
    disk.room = 'little';
    await test.runOut();
    expect(await test.findJob(jobId)).toMatchObject({ state: 'paused', error: { code: 'storage-full' } });
    disk.room = 'enough';
    await test.engine.resume(jobId);
    await test.runOut();
    await test.expectWhole(jobId);
  });
});

describe('a clock that is set back', () => {
  it('by a day delays nothing by a day', async () => {
    let isDown = true;
    const test = createTest((url) =>
      isDown ? { fail: { kind: 'upstream-failed', billed: false } } : honest(url),
    );
    const { jobId } = await test.start();
    await test.engine.wake();
    expect(await test.findJob(jobId)).toMatchObject({ state: 'waiting' });
    const back = test.clock.now() - DAY_MS;
    test.clock.set(back);
    await test.engine.wake();
    expect(test.alarmAt()).toBeGreaterThan(back);
    expect(test.alarmAt()).toBeLessThan(back + 60_000);
    isDown = false;
    await test.runOut();
    expect(await test.findJob(jobId)).toMatchObject({ state: 'done', progress: { rows: ROWS } });
    expect(test.clock.now()).toBeLessThan(back + DAY_MS / 24);
  });

  it('by a day leaves what pages show since newer than the job, so that it is not taken for gone', async () => {
    const test = createTest();
    const { jobId, createdAt } = await test.start();
    await test.isUnderWay();
    const back = createdAt - DAY_MS;
    test.clock.set(back);
    const database = await test.connection.open();
    const seen = (commentId: string, at: number) =>
      database.put('comments', {
        noteId: 'n1',
        commentId,
        content: commentId,
        observed: { source: 'page', via: 'comment-page', at },
        firstSeenAt: at,
      } as never);
    await seen('shown-since', back + 1);
    await seen('shown-long-before', back - DAY_MS);
    await test.runOut();
    const job = await test.findJob(jobId);
    expect(job).toMatchObject({ state: 'done', progress: { rows: ROWS } });
    expect(job?.createdAt).toBeLessThanOrEqual(back);
    expect(job?.startedAt).toBeLessThanOrEqual(test.clock.now());
    expect((await database.get('comments', ['n1', 'shown-long-before']))?.goneAt).toBeDefined();
    expect((await database.get('comments', ['n1', 'shown-since']))?.goneAt).toBeUndefined();
    expect(test.gateway.line.asked).toHaveLength(CALLS);
  });

  it('while a list is read delays the others by no day either', async () => {
    let isDown = true;
    let letOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letOn = resolve));
    const test = createTest(async (url) => {
      if (isDown && url.searchParams.get('rootCommentId') === 'c0')
        return { fail: { kind: 'upstream-failed', billed: false } };
      if (url.searchParams.get('cursor') === '25') await held;
      return honest(url);
    });
    const { jobId } = await test.start();
    const database = await test.connection.open();
    const isDelayed = async () =>
      (await database.getAll('jobItems')).some(({ notBefore }) => notBefore !== undefined);
    await expect.poll(isDelayed, { interval: 1, timeout: 5_000 }).toBe(true);
    const back = test.clock.now() - DAY_MS;
    test.clock.set(back);
    letOn();
    await test.engine.wake();
    isDown = false;
    await test.runOut();
    expect(await test.findJob(jobId)).toMatchObject({ state: 'done', progress: { rows: ROWS } });
    expect(test.clock.now()).toBeLessThan(back + DAY_MS / 24);
  });
});

describe('two windows', () => {
  it('that pause and go on at the same time leave the job in one state, and whole', async () => {
    const test = createTest();
    const { jobId } = await test.start();
    await test.isUnderWay();
    const { pause, resume } = test.engine;
    await Promise.all([
      pause(jobId),
      resume(jobId),
      pause(jobId),
      resume(jobId),
      resume(jobId),
      pause(jobId),
    ]);
    await test.engine.wake();
    expect(await test.findJob(jobId)).toMatchObject({ state: 'paused' });
    await Promise.all([resume(jobId), resume(jobId)]);
    await test.runOut();
    await test.expectWhole(jobId);
  });
});

describe('what goes away in the middle', () => {
  it('a job that is removed ends, and what it brought stays', async () => {
    const test = createTest();
    const { jobId } = await test.start();
    await test.isUnderWay(5);
    await test.engine.remove(jobId);
    await test.runOut();
    const database = await test.connection.open();
    const counts = await Promise.all(
      (['jobs', 'jobItems', 'jobLog'] as const).map((name) => database.count(name)),
    );
    expect(counts).toEqual([0, 0, 0]);
    expect(await database.count('comments')).toBeGreaterThan(0);
    expect(test.gateway.line.asked.length).toBeLessThan(CALLS);
    expect(test.aside).toEqual([]);
  });

  it('a note that nobody knows any more ends partial, and its lists say why', async () => {
    let isGone = false;
    const test = createTest((url) => (isGone ? { fail: { kind: 'not-found', billed: false } } : honest(url)));
    const { jobId } = await test.start();
    await test.isUnderWay(5);
    isGone = true;
    await test.runOut();
    const database = await test.connection.open();
    const items = await database.getAll('jobItems');
    const failed = items.filter(({ state }) => state === 'failed');
    expect(await test.findJob(jobId)).toMatchObject({ state: 'partial' });
    expect(failed.length).toBeGreaterThan(0);
    expect(new Set(failed.map(({ error }) => error?.details['kind']))).toEqual(new Set(['not-found']));
    expect((await database.get('commentLists', 'n1'))?.collected).toMatchObject({ state: 'short' });
    // A file says the same, and names the threads that came and were not answered any more.
    const report = await readCoverage(test.connection, 'n1');
    expect(report).toMatchObject({ state: 'short', reason: 'failed' });
    expect(report.expected?.value).toBe(ROWS);
    const failedThreads = failed.flatMap(({ itemId }) => (itemId === 'n1' ? [] : [itemId.slice(3)]));
    expect(report.shortThreads.map(({ rootCommentId }) => rootCommentId).sort()).toEqual(
      failedThreads.sort(),
    );
    expect(report.shortThreads.filter(({ reason }) => reason !== 'failed')).toEqual([]);
  });
});
