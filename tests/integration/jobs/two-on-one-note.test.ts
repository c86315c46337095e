import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { answerComments, commentSeries, countNeededCalls } from '../../support/providers/comment-world';
import type { CommentWorld } from '../../support/providers/comment-world';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

const WORLD: CommentWorld = {
  replies: Array.from({ length: 40 }, (_, index) => [0, 7, 1, 0, 4][index % 5] ?? 0),
  page: 5,
  embedded: 1,
};
const COMMENTS = 40 + 8 * (7 + 1 + 4);
const HOUR_MS = 3_600_000;

function createTest(answer: (url: URL) => FakeAnswer) {
  const gateway = createGatewayUnderTest([commentSeries('tikhub-app-v2')], answer, PRICED);
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  const startOne = () =>
    test.engine.start({
      kind: 'collect-comments',
      input: { noteId: 'n1' },
      noteId: 'n1',
      agreed: true,
    });
  const startOther = () =>
    test.engine.start({
      kind: 'collect-notes',
      input: {
        from: { kind: 'listed', notes: [{ noteId: 'n1' }] },
        most: 1,
        details: false,
        comments: true,
      },
      agreed: true,
    });
  /** Of a job: how it stands, how many rows it says it has brought. */
  const findEnd = async ({ jobId }: { readonly jobId: string }) => {
    const job = await test.findJob(jobId);
    return [job?.state, job?.progress.rows];
  };
  const findCollected = async () =>
    (await (await test.connection.open()).get('commentLists', 'n1'))?.collected;
  return { ...test, gateway, startOne, startOther, findEnd, findCollected };
}

describe('two jobs that collect the comments of one note at the same time', () => {
  it('are both complete, whoever of them brought a row last, and share what is paid for', async () => {
    const test = createTest((url) => answerComments(WORLD, url));
    const one = await test.startOne();
    const other = await test.startOther();
    await test.runOut();
    expect(test.aside).toEqual([]);

    expect(await (await test.connection.open()).count('comments')).toBe(COMMENTS);
    expect(await test.findEnd(one)).toEqual(['done', COMMENTS]);
    expect(await test.findEnd(other)).toEqual(['done', COMMENTS]);
    expect(await test.findCollected()).toMatchObject({
      state: 'complete',
      topLevel: 40,
      replies: COMMENTS - 40,
    });
    expect(test.gateway.line.asked).toHaveLength(countNeededCalls(WORLD));
  });

  it('are both complete with what was kept from before they began, at no cost', async () => {
    const test = createTest((url) => answerComments(WORLD, url));
    await test.startOne();
    await test.runOut();
    const paid = test.gateway.line.asked.length;
    test.gateway.clock.set(test.gateway.clock.now() + HOUR_MS);
    const one = await test.startOne();
    const other = await test.startOther();
    await test.runOut();

    expect(test.gateway.line.asked).toHaveLength(paid);
    expect(await test.findEnd(one)).toEqual(['done', COMMENTS]);
    expect(await test.findEnd(other)).toEqual(['done', COMMENTS]);
    expect(await test.findCollected()).toMatchObject({
      state: 'complete',
      topLevel: 40,
      replies: COMMENTS - 40,
    });
  });

  it('give up a list that repeats itself, as each would alone', async () => {
    /** One page for ever, under ever new cursors. */
    const answerAgain = (url: URL): FakeAnswer => {
      const next = String(Number(url.searchParams.get('cursor') ?? 0) + 1);
      const world = { replies: [0, 0, 0], page: 3, embedded: 1 };
      const { payload } = answerComments(world, new URL(url.pathname, url));
      return {
        payload: { ...(payload as object), said: {}, nextCursor: Number(next) > 60 ? undefined : next },
      };
    };
    const test = createTest(answerAgain);
    const one = await test.startOne();
    const other = await test.startOther();
    await test.runOut();

    // The page that is new, and the one that shows that no other follows; once for each of them at the most.
    expect(test.gateway.line.asked.length).toBeLessThanOrEqual(4);
    expect(await test.findEnd(one)).toEqual(['partial', 3]);
    expect(await test.findEnd(other)).toEqual(['partial', 3]);
  });
});

describe('a job that was over', () => {
  it('still has what it brought, when another one has read the same since and it is taken up again', async () => {
    let isThreadRefused = true;
    const test = createTest((url) =>
      isThreadRefused && url.searchParams.get('rootCommentId') === 'c1'
        ? { fail: { kind: 'upstream-failed', billed: true } }
        : answerComments(WORLD, url),
    );
    await test.startOne();
    await test.runOut();
    // What it reads was seen before it began.
    test.gateway.clock.set(test.gateway.clock.now() + HOUR_MS);
    const one = await test.startOne();
    await test.runOut();
    expect(await test.findEnd(one)).toEqual(['partial', COMMENTS - 6]);
    isThreadRefused = false;
    await test.startOther();
    await test.runOut();
    await test.engine.retry(one.jobId);
    await test.runOut();
    expect(await test.findEnd(one)).toEqual(['done', COMMENTS]);
    expect(await test.findCollected()).toMatchObject({ jobId: one.jobId, state: 'complete' });
  });
});
