import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../../src/model/errors';
import { readAllComments } from '../../../../src/providers/pages/read-all-comments';
import type { Gateway } from '../../../../src/providers/gateway';
import { answerComments, commentSeries, countNeededCalls } from '../../../support/providers/comment-world';
import type { CommentWorld } from '../../../support/providers/comment-world';
import { commentOf } from '../../../support/providers/fake-series';
import type { FakeAnswer } from '../../../support/providers/fake-series';
import { createGatewayUnderTest } from '../../../support/providers/gateway-under-test';

/** 944 comments in 801 threads, as the note of the demo: 143 replies, most threads without any. */
const BIG: CommentWorld = {
  replies: Array.from({ length: 801 }, (_, index) => (index === 3 ? 63 : index < 81 ? 1 : 0)),
  page: 10,
  embedded: 1,
};
const free = {
  enteredPrices: { tikhub: { currency: 'USD', amount: 0.01 } },
  dailyBudget: {},
  jobBudget: {},
} as const;

const createTest = (answer: (url: URL, times: number) => FakeAnswer, settings = {}) =>
  createGatewayUnderTest([commentSeries('tikhub-app-v2'), commentSeries('justoneapi')], answer, {
    ...free,
    ...settings,
  });

async function readAll(gateway: Gateway, terms: Partial<Parameters<typeof readAllComments>[2]> = {}) {
  const ids: string[] = [];
  const pages = readAllComments(gateway, { noteId: 'n1' }, { agreed: true, ...terms });
  let failure: AppError | undefined;
  for (;;) {
    const step = await pages.next().catch((thrown: AppError) => {
      failure = thrown;
      return undefined;
    });
    if (!step) return { ids, failure };
    if (step.done) return { ids, summary: step.value };
    ids.push(...step.value.value.comments.map(({ commentId }) => commentId));
  }
}

const allIds = ({ replies }: CommentWorld) =>
  replies.flatMap((count, root) => [
    `c${root}`,
    ...Array.from({ length: count }, (_, index) => `c${root}-r${index}`),
  ]);

describe('all comments of a note', () => {
  it('come with the fewest calls that paging allows, and again with none', async () => {
    const test = createTest((url) => answerComments(BIG, url));
    expect(allIds(BIG)).toHaveLength(944);
    const { ids, summary } = await readAll(test.gateway);

    expect(ids.sort()).toEqual(allIds(BIG).sort());
    expect(test.line.asked).toHaveLength(81 + 7);
    expect(summary).toEqual({
      topLevel: 801,
      replies: 143,
      said: { topLevel: 801 },
      endedBy: 'end',
      short: [],
      providers: ['tikhub-app-v2'],
      restarts: 0,
      billedCalls: 88,
      cost: { USD: 0.88 },
      hasUnknownPrice: false,
    });
    const again = await readAll(test.gateway);
    expect(test.line.asked).toHaveLength(88);
    expect(again.summary).toMatchObject({ topLevel: 801, replies: 143, billedCalls: 0, cost: {} });
  });

  it('come complete and once, whatever the threads are like', async () => {
    const worlds = fc.record({
      replies: fc.array(fc.nat({ max: 25 }), { maxLength: 30 }),
      page: fc.integer({ min: 1, max: 12 }),
      embedded: fc.integer({ min: 0, max: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const test = createTest((url) => answerComments(world, url));
        const { ids, summary } = await readAll(test.gateway);
        expect(ids.sort()).toEqual(allIds(world).sort());
        expect(test.line.asked).toHaveLength(countNeededCalls(world));
        expect(summary?.short).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('end where the list lies: a cursor that comes again, a page with nothing new', async () => {
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
    expect((await readAll(repeating.gateway)).summary).toMatchObject({
      endedBy: 'repeated-cursor',
      topLevel: 3,
    });
    const stale = createTest((_url, times) => page(`cursor ${times}`, 'c1'));
    expect((await readAll(stale.gateway)).summary).toMatchObject({ endedBy: 'nothing-new', topLevel: 1 });
    expect(stale.line.asked).toHaveLength(2);
  });

  it('go on with the folded ones where those before give nothing new, or go in a circle', async () => {
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
    for (const [test, ids] of [
      [stale, ['c1', 'c1', 'f1']],
      [circle, ['c1', 'c2', 'f1']],
    ] as const) {
      const read = await readAll(test.gateway);
      expect(read.ids).toEqual(ids);
      expect(read.summary).toMatchObject({ endedBy: 'end' });
    }
  });

  it('say which threads are short', async () => {
    const world: CommentWorld = { replies: [5, 5, 5], page: 10, embedded: 1 };
    const test = createTest((url) => {
      const root = url.searchParams.get('rootCommentId');
      if (root === 'c1') return { fail: { kind: 'bad-request', billed: false } };
      if (root === 'c2') return answerComments({ ...world, replies: [5, 5, 3] }, url);
      return answerComments(world, url);
    });
    const { summary } = await readAll(test.gateway);
    expect(summary?.short).toEqual([
      { rootCommentId: 'c1', expected: 5, got: 1, reason: 'failed' },
      { rootCommentId: 'c2', expected: 5, got: 3, reason: 'not-returned' },
    ]);
  });

  it('begin anew with the next one when who was read fails in the middle', async () => {
    const world: CommentWorld = { replies: Array.from({ length: 35 }, () => 0), page: 10, embedded: 1 };
    const test = createTest((url) =>
      url.pathname.startsWith('/tikhub') && url.searchParams.get('cursor') === '20'
        ? { fail: { kind: 'bad-request', billed: false } }
        : answerComments(url.pathname.startsWith('/just') ? { ...world, page: 5 } : world, url),
    );
    const { ids, summary } = await readAll(test.gateway);
    expect(new Set(ids)).toEqual(new Set(allIds(world)));
    expect(summary).toMatchObject({ topLevel: 35, restarts: 1, providers: ['tikhub-app-v2', 'justoneapi'] });
    expect(test.line.asked.filter((path) => path.startsWith('/just'))).toHaveLength(7);
  });

  it('stop at the budget with all that was paid for given, and go on without paying for it again', async () => {
    const test = createTest((url) => answerComments(BIG, url), { jobBudget: { USD: 0.4 } });
    const first = await readAll(test.gateway, { jobId: 'j1' });
    expect(first.failure).toMatchObject({ code: 'budget-reached', details: { scope: 'job' } });
    expect(test.line.asked).toHaveLength(40);
    expect(new Set(first.ids).size).toBeGreaterThan(300);

    test.settings = { ...test.settings, jobBudget: { USD: 1 } };
    const second = await readAll(test.gateway, { jobId: 'j1' });
    expect(second.summary).toMatchObject({ topLevel: 801, replies: 143, billedCalls: 48 });
    expect(test.line.asked).toHaveLength(88);
  });

  it('stop when they are not wanted any more', async () => {
    const stop = new AbortController();
    const test = createTest((url) => {
      if (test.line.asked.length === 5) stop.abort();
      return answerComments(BIG, url);
    });
    expect((await readAll(test.gateway, { signal: stop.signal })).failure).toMatchObject({
      code: 'cancelled',
    });
    expect(test.line.asked.length).toBeLessThan(15);
  });

  it('are not read on when the reader leaves', async () => {
    const test = createTest((url) => answerComments(BIG, url));
    for await (const page of readAllComments(test.gateway, { noteId: 'n1' }, { agreed: true })) {
      expect(page.value.comments.length).toBeGreaterThan(0);
      break;
    }
    const asked = test.line.asked.length;
    expect(asked).toBeLessThan(12);
    await Promise.resolve();
    expect(test.line.asked).toHaveLength(asked);
  });
});
