import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { readCoverage } from '../../support/jobs/read-coverage';
import { answerComments, commentSeries } from '../../support/providers/comment-world';
import type { CommentWorld } from '../../support/providers/comment-world';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';
import type { FakeAnswer } from '../../support/providers/fake-series';
import type { GatewayUnderTest } from '../../support/providers/gateway-under-test';

const WORLD: CommentWorld = { replies: [0, 0, 6, 0, 0, 0, 0], page: 3, embedded: 1 };
/** Two of the threads of the first page must be asked for, and there is a second page. */
const THREADS: CommentWorld = { replies: [9, 0, 9, 0], page: 3, embedded: 1 };
const PRICE = { tikhub: { currency: 'USD', amount: 0.01 } } as const;

/** Collects until the job pauses for the reason that is wanted, and ends it with what is there. */
async function concludePaused(
  reason: string,
  budget: number,
  answer: (url: URL, gateway: GatewayUnderTest) => FakeAnswer,
) {
  const gateway: GatewayUnderTest = createGatewayUnderTest(
    [commentSeries('tikhub-app-v2')],
    (url) => answer(url, gateway),
    { enteredPrices: PRICE, dailyBudget: {}, jobBudget: { USD: budget } },
  );
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  const { jobId } = await test.engine.start({
    kind: 'collect-comments',
    input: { noteId: 'n1' },
    noteId: 'n1',
    agreed: true,
  });
  await test.runOut();
  expect(await test.findJob(jobId)).toMatchObject({ state: 'paused', error: { code: reason } });
  await test.engine.conclude(jobId);
  await test.runOut();
  expect(await test.findJob(jobId)).toMatchObject({ state: 'partial' });
  const list = await (await test.connection.open()).get('commentLists', 'n1');
  const { state, reason: why, shortThreads } = await readCoverage(test.connection, 'n1');
  const threads = Object.fromEntries(shortThreads.map((thread) => [thread.rootCommentId, thread.reason]));
  return { collected: list?.collected, report: { state, reason: why, threads } };
}

describe('a paused job that is ended with what is there', () => {
  it('waits for calls that are under way, and keeps what they bring: it is paid for', async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const gateway = createGatewayUnderTest(
      [commentSeries('tikhub-app-v2')],
      async (url) => {
        // The first page is answered at once; the second one, and the thread, take their time.
        if (url.searchParams.has('cursor')) await held;
        return answerComments(WORLD, url);
      },
      PRICED,
    );
    const test = createEngineUnderTest(gateway.gateway, gateway.clock);
    const { jobId } = await test.engine.start({
      kind: 'collect-comments',
      input: { noteId: 'n1' },
      noteId: 'n1',
      agreed: true,
    });
    await expect.poll(() => gateway.line.asked).toHaveLength(3);
    await test.engine.pause(jobId);
    const concluding = test.engine.conclude(jobId);
    // Whatever it does at once, it has done by the time that the same storage has been read.
    await test.findJob(jobId);
    release();
    await concluding;
    await test.runOut();

    const database = await test.connection.open();
    const ids = (await database.getAll('comments')).map(({ commentId }) => commentId).sort();
    expect(ids).toEqual(['c0', 'c1', 'c2', 'c2-r0', 'c2-r1', 'c2-r2', 'c2-r3', 'c3', 'c4', 'c5']);
    const items = await database.getAll('jobItems');
    // What was still to come is given up, where it stands.
    expect(items.map(({ itemId, state, rows }) => [itemId, state, rows])).toEqual([
      ['n1', 'failed', 7],
      ['n1/c2', 'failed', 3],
    ]);
    expect(await test.findJob(jobId)).toMatchObject({
      state: 'partial',
      progress: { rows: 10, billedCalls: 3, itemsFailed: 2 },
    });
    expect((await database.get('commentLists', 'n1'))?.collected).toMatchObject({
      state: 'short',
      topLevel: 6,
      replies: 4,
      billedCalls: 3,
    });
  });

  it.each([
    { reason: 'budget-reached', budget: 0.01, isLocked: false },
    { reason: 'vault-locked', budget: 1, isLocked: true },
  ])('says of what was never asked that it was stopped: $reason', async ({ reason, budget, isLocked }) => {
    const { collected, report } = await concludePaused(reason, budget, (url, gateway) => {
      if (isLocked) gateway.credentials = { tikhub: 'locked' };
      return answerComments(THREADS, url);
    });
    expect(collected).toMatchObject({ state: 'short', endedBy: 'stopped', failedThreads: [] });
    const threads = { c0: 'stopped', c2: 'stopped' };
    expect(report).toEqual({ state: 'short', reason: 'stopped', threads });
  });

  it('says of a list that failed by itself that it failed, and of no other', async () => {
    const { collected, report } = await concludePaused('vault-locked', 1, (url, gateway) => {
      if (url.searchParams.get('rootCommentId') !== 'c0') return answerComments(THREADS, url);
      gateway.credentials = { tikhub: 'locked' };
      return { fail: { kind: 'not-found', billed: false } };
    });
    expect(collected?.failedThreads).toEqual(['c0']);
    expect(report.threads).toEqual({ c0: 'failed', c2: 'stopped' });
  });
});
