import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Job } from '../../../src/model/jobs/job';
import { answerComments, commentSeries, countNeededCalls } from '../../support/providers/comment-world';
import type { CommentWorld } from '../../support/providers/comment-world';
import { commentOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, keyOf, PRICED } from '../../support/providers/gateway-under-test';
import type { GatewayUnderTest } from '../../support/providers/gateway-under-test';
import { readCoverage } from '../../support/jobs/read-coverage';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import type { EngineUnderTest } from '../../support/jobs/engine-under-test';

/** 944 comments in 801 threads, as the note of the demo: 143 replies, most threads without any. */
const BIG: CommentWorld = {
  replies: Array.from({ length: 801 }, (_, index) => (index === 3 ? 63 : index < 81 ? 1 : 0)),
  page: 10,
  embedded: 1,
};

const createTest = (answer: (url: URL, times: number) => FakeAnswer, settings = {}) =>
  createGatewayUnderTest([commentSeries('tikhub-app-v2'), commentSeries('justoneapi')], answer, {
    ...PRICED,
    ...settings,
  });

const allIds = ({ replies }: CommentWorld) =>
  replies.flatMap((count, root) => [
    `c${root}`,
    ...Array.from({ length: count }, (_, index) => `c${root}-r${index}`),
  ]);

const order = (input = {}) =>
  ({ kind: 'collect-comments', input: { noteId: 'n1', ...input }, noteId: 'n1', agreed: true }) as const;

async function look(test: EngineUnderTest, { jobId }: Pick<Job, 'jobId'>) {
  const database = await test.connection.open();
  const [job, comments, list, items, log] = await Promise.all([
    test.findJob(jobId),
    database.getAll('comments'),
    database.get('commentLists', 'n1'),
    database.getAll('jobItems'),
    database.getAll('jobLog'),
  ]);
  const ids = comments.map(({ commentId }) => commentId).sort();
  return { job, ids, comments, collected: list?.collected, items, events: log.map(({ event }) => event) };
}

/** A job of its own over an empty database, until it does not go on by itself. */
async function collect(gateway: GatewayUnderTest) {
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  const job = await test.engine.start(order());
  await test.runOut();
  expect(test.aside).toEqual([]);
  return { test, ...(await look(test, job)) };
}

describe('collecting the comments of a note', () => {
  it('takes the fewest calls that paging allows, and again none', async () => {
    const gateway = createTest((url) => answerComments(BIG, url));
    expect(allIds(BIG)).toHaveLength(944);
    const { ids, job, collected } = await collect(gateway);

    expect(ids).toEqual(allIds(BIG).sort());
    expect(gateway.line.asked).toHaveLength(81 + 7);
    expect(job).toMatchObject({
      state: 'done',
      progress: { rows: 944, duplicates: 0, billedCalls: 88, cost: { USD: 0.88 }, restarts: 0 },
    });
    expect(collected).toMatchObject({
      state: 'complete',
      topLevel: 801,
      replies: 143,
      said: { topLevel: 801 },
      endedBy: 'end',
      failedThreads: [],
      sources: ['tikhub-app-v2'],
    });
    const again = await collect(gateway);
    expect(gateway.line.asked).toHaveLength(88);
    expect(again.job?.progress).toMatchObject({ rows: 944, billedCalls: 0, cost: {} });
  });

  it('brings all of them once, whatever the threads are like', async () => {
    const worlds = fc.record({
      replies: fc.array(fc.nat({ max: 25 }), { maxLength: 30 }),
      page: fc.integer({ min: 1, max: 12 }),
      embedded: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const gateway = createTest((url) => answerComments(world, url));
        const { ids, job } = await collect(gateway);
        expect(ids).toEqual(allIds(world).sort());
        expect(gateway.line.asked).toHaveLength(countNeededCalls(world));
        expect(job?.state).toBe('done');
      }),
      { numRuns: 40 },
    );
  });

  it('ends where the list lies: a cursor that comes again, a page with nothing new', async () => {
    const page = (cursor: string, ...ids: string[]): FakeAnswer => ({
      payload: {
        noteId: 'n1',
        comments: ids.map((id) => commentOf(id)),
        threads: {},
        dropped: 0,
        nextCursor: cursor,
      },
    });
    const repeating = createTest((_url, times) => page(times === 1 ? 'a' : 'b', `c${times}`));
    const first = await collect(repeating);
    const short = { endedBy: 'repeated-cursor', topLevel: 3, state: 'short' };
    expect(first).toMatchObject({ collected: short, job: { state: 'partial' } });
    const told = { state: 'short', reason: 'not-returned' };
    expect(await readCoverage(first.test.connection, 'n1')).toMatchObject(told);
    const stale = createTest((_url, times) => page(`cursor ${times}`, 'c1'));
    const second = { endedBy: 'nothing-new', topLevel: 1 };
    expect(await collect(stale)).toMatchObject({ collected: second, job: { progress: { duplicates: 1 } } });
    expect(stale.line.asked).toHaveLength(2);
  });

  it('goes on with the folded ones where those before give nothing new, or go in a circle', async () => {
    const page = (nextCursor: string, ids: readonly string[]): FakeAnswer => ({
      payload: {
        noteId: 'n1',
        comments: ids.map((id) => commentOf(id)),
        threads: {},
        dropped: 0,
        nextCursor,
        nextArea: 'folded',
      },
    });
    const folded: FakeAnswer = {
      payload: { noteId: 'n1', comments: [commentOf('f1')], threads: {}, dropped: 0 },
    };
    const isFolded = (url: URL) => url.searchParams.get('cursor') === 'folded';
    const stale = createTest((url, times) => (isFolded(url) ? folded : page(`cursor ${times}`, ['c1'])));
    const circle = createTest((url, times) => (isFolded(url) ? folded : page('a', [`c${times}`])));
    for (const [gateway, expected, endedBy] of [
      [stale, ['c1', 'f1'], 'nothing-new'],
      [circle, ['c1', 'c2', 'f1'], 'repeated-cursor'],
    ] as const) {
      const { ids, collected } = await collect(gateway);
      expect(ids).toEqual(expected);
      expect(collected).toMatchObject({ endedBy, state: 'short' });
    }
  });

  it('reads on with the next part where the first has no rows at all', async () => {
    const none = {
      noteId: 'n1',
      comments: [],
      threads: {},
      dropped: 0,
      nextCursor: 'next',
      nextArea: 'next',
    };
    const rows = { noteId: 'n1', comments: [commentOf('c1')], threads: {}, dropped: 0 };
    const gateway = createTest((url) => ({ payload: url.searchParams.has('cursor') ? rows : none }));
    const { ids, collected } = await collect(gateway);
    expect(ids).toEqual(['c1']);
    expect(collected).toMatchObject({ endedBy: 'end' });
  });

  it('names the threads that are short, and takes them again when asked', async () => {
    const world: CommentWorld = { replies: [5, 5, 5], page: 10, embedded: 1 };
    let isMended = false;
    const gateway = createTest((url) => {
      const root = url.searchParams.get('rootCommentId');
      if (root === 'c1' && !isMended) return { fail: { kind: 'bad-request', billed: false } };
      if (root === 'c2') return answerComments({ ...world, replies: [5, 5, 3] }, url);
      return answerComments(world, url);
    });
    const { test, job, items, collected } = await collect(gateway);
    const asked = gateway.line.asked.length;
    expect(job).toMatchObject({
      state: 'partial',
      progress: { itemsKnown: 4, itemsDone: 4, itemsFailed: 2 },
    });
    expect(collected).toMatchObject({ state: 'short', failedThreads: ['c1'], topLevel: 3, replies: 9 });
    const states = Object.fromEntries(items.map(({ itemId, state }) => [itemId, state]));
    expect(states).toEqual({ n1: 'done', 'n1/c0': 'done', 'n1/c1': 'failed', 'n1/c2': 'short' });

    isMended = true;
    if (!job) throw new Error('no job');
    await test.engine.retry(job.jobId);
    await test.runOut();
    const after = await look(test, job);
    expect(after.collected).toMatchObject({ state: 'short', failedThreads: [], replies: 13 });
    expect(after.job).toMatchObject({ state: 'partial', progress: { itemsFailed: 1 } });
    // What was answered with too little is asked for anew, not looked up in what was kept.
    expect(gateway.line.asked).toHaveLength(asked + 2);
  });

  it('does not ask by itself again where a failure was paid for, and goes on in its place when told to', async () => {
    const world: CommentWorld = { replies: Array.from({ length: 35 }, () => 0), page: 10, embedded: 1 };
    let isMended = false;
    const gateway = createTest((url) =>
      url.searchParams.get('cursor') === '20' && !isMended
        ? { fail: { kind: 'upstream-failed', billed: true } }
        : answerComments(world, url),
    );
    gateway.credentials = { tikhub: keyOf('tikhub') };
    const { test, job, ids } = await collect(gateway);
    expect(ids).toHaveLength(20);
    expect(gateway.line.asked).toHaveLength(3);
    expect(job?.state).toBe('partial');

    isMended = true;
    await test.engine.retry(job?.jobId ?? '');
    await test.runOut();
    const after = await look(test, { jobId: job?.jobId ?? '' });
    expect(after.ids).toEqual(allIds(world).sort());
    expect(after.collected).toMatchObject({ state: 'complete', topLevel: 35 });
    expect(gateway.line.urls.map((url) => new URL(url).searchParams.get('cursor'))).toEqual([
      null,
      '10',
      '20',
      '20',
      '30',
    ]);
  });

  it('begins anew with the next one when who was read fails in the middle', async () => {
    const world: CommentWorld = { replies: Array.from({ length: 35 }, () => 0), page: 10, embedded: 1 };
    const gateway = createTest((url) =>
      url.pathname.startsWith('/tikhub') && url.searchParams.get('cursor') === '20'
        ? { fail: { kind: 'bad-request', billed: false } }
        : answerComments(url.pathname.startsWith('/just') ? { ...world, page: 5 } : world, url),
    );
    const { ids, job, collected, events } = await collect(gateway);
    expect(ids).toEqual(allIds(world).sort());
    expect(job).toMatchObject({ state: 'done', progress: { rows: 35, duplicates: 20, restarts: 1 } });
    expect(collected?.sources).toEqual(['tikhub-app-v2', 'justoneapi']);
    expect(events).toContain('source-changed');
    expect(gateway.line.asked.filter((path) => path.startsWith('/just'))).toHaveLength(7);
  });

  it('stops at the budget with all that was paid for, and goes on without paying for it again', async () => {
    const gateway = createTest((url) => answerComments(BIG, url), { jobBudget: { USD: 0.4 } });
    const { test, job, ids } = await collect(gateway);
    expect(job).toMatchObject({
      state: 'paused',
      error: { code: 'budget-reached', details: { scope: 'job', currency: 'USD' } },
    });
    expect(gateway.line.asked).toHaveLength(40);
    expect(ids.length).toBeGreaterThan(300);

    if (!job) throw new Error('no job');
    await test.engine.setBudget(job.jobId, { USD: 1 });
    await test.engine.resume(job.jobId);
    await test.runOut();
    const after = await look(test, job);
    expect(after.ids).toEqual(allIds(BIG).sort());
    expect(after.job).toMatchObject({ state: 'done', progress: { billedCalls: 88 } });
    expect(gateway.line.asked).toHaveLength(88);
  });

  it('stops when it is paused, keeps what was under way, and goes on where it was', async () => {
    const gateway = createTest((url) => answerComments(BIG, url));
    const test = createEngineUnderTest(gateway.gateway, gateway.clock);
    const { jobId } = await test.engine.start(order());
    await expect.poll(() => gateway.line.asked.length, { timeout: 5_000 }).toBeGreaterThan(10);
    await test.engine.pause(jobId);
    await test.engine.wake();
    const asked = gateway.line.asked.length;
    const paused = await look(test, { jobId } as Job);
    expect(paused.job?.state).toBe('paused');
    expect(asked).toBeLessThan(88);
    expect(paused.job?.progress.billedCalls).toBe(asked);
    await test.runOut();
    expect(gateway.line.asked).toHaveLength(asked);
    await Promise.all([test.engine.resume(jobId), test.engine.resume(jobId)]);
    await test.runOut();
    const after = await look(test, { jobId } as Job);
    expect(after.ids).toEqual(allIds(BIG).sort());
    expect(gateway.line.asked).toHaveLength(88);
  });

  it('is over when it is cancelled, and what it brought stays', async () => {
    const gateway = createTest((url) => answerComments(BIG, url));
    const test = createEngineUnderTest(gateway.gateway, gateway.clock);
    const { jobId } = await test.engine.start(order());
    await expect.poll(() => gateway.line.asked.length, { timeout: 5_000 }).toBeGreaterThan(10);
    await test.engine.cancel(jobId);
    await test.runOut();
    const { job, ids } = await look(test, { jobId } as Job);
    expect(job?.state).toBe('cancelled');
    expect(ids.length).toBeGreaterThan(50);
    expect(gateway.line.asked.length).toBeLessThan(88);
  });
});
