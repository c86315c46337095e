import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { CASE_SERIES, KIND_CASES } from '../../support/jobs/kind-cases';
import { readCoverage } from '../../support/jobs/read-coverage';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

const { before, order, answer } = KIND_CASES['refresh-comments'];
const ROWS_AFTER = 42;

beforeEach(() => fakeBrowser.reset());

it('a refresh that is over before the threads that have grown were read leaves them to the next one', async () => {
  if (!before) throw new Error('no case');
  let answerNow: (url: URL) => FakeAnswer = before.answer;
  const gateway = createGatewayUnderTest(CASE_SERIES, (url) => answerNow(url), PRICED);
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  const run = async (given: typeof order) => {
    const { jobId } = await test.engine.start(given);
    await test.runOut();
    expect(test.aside).toEqual([]);
    gateway.clock.set(gateway.clock.now() + 25 * 3_600_000);
    return (await test.findJob(jobId))?.state;
  };
  expect(await run(before.order)).toBe('done');

  // Its list comes to what is known; its threads do not come at all.
  answerNow = (url) =>
    url.pathname === '/replies' ? { fail: { kind: 'bad-request', billed: false } } : answer(url);
  expect(await run(order)).toBe('partial');
  const short = await readCoverage(test.connection, 'n1');
  expect(short).toMatchObject({ state: 'short', reason: 'stopped' });
  expect(short.shortThreads.map(({ rootCommentId }) => rootCommentId).sort()).toEqual(['c1', 'c4']);

  // One of them stands on a page that the next one does not come to: the first is known.
  answerNow = answer;
  expect(await run(order)).toBe('done');
  expect(await readCoverage(test.connection, 'n1')).toMatchObject({ rows: ROWS_AFTER, shortThreads: [] });

  // Nothing is left of it.
  const asked = gateway.line.asked.length;
  expect(await run(order)).toBe('done');
  expect(gateway.line.asked.slice(asked).sort()).toEqual(['/comments', '/detail']);
});
