import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { answerComments, commentSeries, countNeededCalls } from '../../support/providers/comment-world';
import type { CommentWorld } from '../../support/providers/comment-world';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

/** Seven comments on three pages; the replies of the third and the fourth have lists of their own. */
const WORLD: CommentWorld = { replies: [0, 0, 6, 6, 0, 0, 0], page: 3, embedded: 1 };
const ALL = 7 + 12;

async function start(answer: (url: URL) => FakeAnswer | Promise<FakeAnswer>) {
  const gateway = createGatewayUnderTest([commentSeries('tikhub-app-v2')], answer, PRICED);
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  const { jobId } = await test.engine.start({
    kind: 'collect-comments',
    input: { noteId: 'n1' },
    noteId: 'n1',
    agreed: true,
  });
  return { gateway, test, jobId };
}

/** A door that stays shut until it is opened. */
function createDoor() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { opened, open };
}

describe('a job goes on', () => {
  it('where it was after it was cancelled: every page is paid for once', async () => {
    const door = createDoor();
    const { gateway, test, jobId } = await start(async (url) => {
      if (url.searchParams.has('cursor')) await door.opened;
      return answerComments(WORLD, url);
    });
    await expect.poll(() => gateway.line.asked.length).toBeGreaterThan(1);
    await test.engine.cancel(jobId);
    door.open();
    await test.runOut();
    expect(await test.findJob(jobId)).toMatchObject({ state: 'cancelled' });
    const before = gateway.line.asked.length;

    await test.engine.resume(jobId);
    await test.runOut();
    expect(gateway.line.asked.length).toBeGreaterThan(before);
    expect(gateway.line.asked).toHaveLength(countNeededCalls(WORLD));
    const job = await test.findJob(jobId);
    expect(job).toMatchObject({
      state: 'done',
      progress: { rows: ALL, duplicates: 0, billedCalls: countNeededCalls(WORLD) },
    });
    expect(job).not.toHaveProperty('error');
    const database = await test.connection.open();
    expect(await database.count('comments')).toBe(ALL);
    expect((await database.get('commentLists', 'n1'))?.collected).toMatchObject({ state: 'complete' });
  });

  it.each(['running', 'paused'] as const)('with what failed, taken again while it is %s', async (state) => {
    const door = createDoor();
    let isMended = false;
    const { gateway, test, jobId } = await start(async (url) => {
      if (url.searchParams.get('rootCommentId') === 'c2' && !isMended)
        return { fail: { kind: 'bad-request', billed: false } };
      if (url.searchParams.get('rootCommentId') === 'c3') await door.opened;
      return answerComments(WORLD, url);
    });
    await expect.poll(async () => (await test.findJob(jobId))?.progress.itemsFailed).toBe(1);
    await expect.poll(() => gateway.line.urls.some((url) => url.includes('rootCommentId=c3'))).toBe(true);
    if (state === 'paused') await test.engine.pause(jobId);
    expect(await test.findJob(jobId)).toMatchObject({ state });

    isMended = true;
    const retried = await test.engine.retry(jobId);
    expect(retried.progress.itemsFailed).toBe(0);
    expect(['running', 'queued']).toContain(retried.state);
    // Asked once more there is nothing left to take again.
    expect((await test.engine.retry(jobId)).progress).toMatchObject({ itemsFailed: 0 });
    door.open();
    await test.runOut();
    expect(await test.findJob(jobId)).toMatchObject({
      state: 'done',
      progress: { rows: ALL, itemsFailed: 0, itemsDone: 3, itemsKnown: 3 },
    });
    const log = await (await test.connection.open()).getAll('jobLog');
    expect(log.filter(({ event }) => event === 'retried')).toHaveLength(1);
  });
});
