import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { CASE_SERIES, KIND_CASES } from '../../support/jobs/kind-cases';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

const { before, order, answer } = KIND_CASES['refresh-comments'];
/** Of the note as it was, and as it is. */
const [ROWS_BEFORE, ROWS_AFTER] = [29, 42];
const HOUR_MS = 3_600_000;

beforeEach(() => fakeBrowser.reset());

describe('a refresh that broke off', () => {
  it('leaves no hole: the next one reads on behind what it brought, and its threads', async () => {
    if (!before) throw new Error('no case');
    let answerNow: (url: URL) => FakeAnswer = before.answer;
    const gateway = createGatewayUnderTest(CASE_SERIES, (url) => answerNow(url), PRICED);
    const test = createEngineUnderTest(gateway.gateway, gateway.clock);
    const run = async (given: typeof order) => {
      const { jobId } = await test.engine.start(given);
      await test.runOut();
      gateway.clock.set(gateway.clock.now() + 25 * HOUR_MS);
      return (await test.findJob(jobId))?.state;
    };
    const countRows = async () => (await test.connection.open()).count('comments');
    expect(await run(before.order)).toBe('done');
    expect(await countRows()).toBe(ROWS_BEFORE);

    // Its first page is stored, and nothing behind it.
    answerNow = (url) =>
      url.searchParams.has('cursor') ? { fail: { kind: 'bad-request', billed: false } } : answer(url);
    expect(await run(order)).toBe('partial');
    expect(await countRows()).toBeGreaterThan(ROWS_BEFORE);

    answerNow = answer;
    expect(await run(order)).toBe('done');
    expect(await countRows()).toBe(ROWS_AFTER);

    // Nothing is left of it: the one after that is done with a page.
    const asked = gateway.line.asked.length;
    expect(await run(order)).toBe('done');
    expect(gateway.line.asked.slice(asked).sort()).toEqual(['/comments', '/detail']);
    expect(test.aside).toEqual([]);
  });
});
