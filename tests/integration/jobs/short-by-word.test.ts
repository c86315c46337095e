/** Threads of which the source itself gives fewer than their root promises: named without a call, and asked for on demand. */
import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { toExactCount } from '../../../src/model/values/count';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { CASE_SERIES } from '../../support/jobs/kind-cases';
import { readCoverage } from '../../support/jobs/read-coverage';
import { commentOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

beforeEach(() => fakeBrowser.reset());

/** One thread of three promised replies, one of which comes with it, and that is all, as the page says. */
const PAGE: FakeAnswer = {
  payload: {
    noteId: 'n1',
    comments: [{ ...commentOf('a'), replyCount: toExactCount(3) }, commentOf('a-1', 'a'), commentOf('b')],
    threads: { a: { hasMore: false }, b: { hasMore: false } },
    said: { comments: 5, topLevel: 2 },
    dropped: 0,
  },
};
const REPLIES: FakeAnswer = {
  payload: {
    noteId: 'n1',
    comments: ['a-1', 'a-2', 'a-3'].map((id) => commentOf(id, 'a')),
    threads: {},
    dropped: 0,
  },
};

async function collect() {
  const asked: string[] = [];
  const answer = (url: URL) => {
    asked.push(url.pathname.slice(url.pathname.lastIndexOf('/')));
    return url.pathname.endsWith('/replies') ? REPLIES : PAGE;
  };
  const { gateway, clock } = createGatewayUnderTest(CASE_SERIES, answer, PRICED);
  const test = createEngineUnderTest(gateway, clock);
  const { jobId } = await test.engine.start({
    kind: 'collect-comments',
    input: { noteId: 'n1' },
    noteId: 'n1',
    agreed: true,
  });
  await test.runOut();
  const look = async () => {
    const items = await (await test.connection.open()).getAll('jobItems');
    return {
      job: await test.findJob(jobId),
      items: Object.fromEntries(items.map(({ itemId, state }) => [itemId, state])),
      coverage: await readCoverage(test.connection, 'n1'),
    };
  };
  return { test, jobId, asked, look };
}

it('is named among the parts of the job, without a call, and can be retried', async () => {
  const { test, asked, look } = await collect();
  expect(asked).toEqual(['/comments']);
  const { job, items, coverage } = await look();
  expect(items).toEqual({ n1: 'done', 'n1/a': 'short' });
  expect(job).toMatchObject({
    state: 'partial',
    progress: { itemsKnown: 2, itemsDone: 2, itemsFailed: 1, rows: 3 },
  });
  expect(coverage).toMatchObject({
    state: 'short',
    shortThreads: [{ rootCommentId: 'a', got: 1, reason: 'not-returned' }],
  });
  expect(test.aside).toEqual([]);
});

it('is asked for anew by a retry, from its beginning, and then is whole', async () => {
  const { test, jobId, asked, look } = await collect();
  await test.engine.retry(jobId);
  await test.runOut();
  expect(asked).toEqual(['/comments', '/replies']);
  const { job, items, coverage } = await look();
  expect(items).toEqual({ n1: 'done', 'n1/a': 'done' });
  expect(job).toMatchObject({ state: 'done', progress: { itemsFailed: 0, rows: 5 } });
  expect(coverage).toMatchObject({ state: 'complete', rows: 5, shortThreads: [] });
});
