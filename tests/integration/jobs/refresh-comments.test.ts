/** What is new of a note: read from the newest on until what is known, and told as what it is. */
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { CASE_SERIES, KIND_CASES } from '../../support/jobs/kind-cases';
import { readCoverage } from '../../support/jobs/read-coverage';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';

const { before, order, answer } = KIND_CASES['refresh-comments'] ?? {};
/** Of the note as it was: 11 threads with 18 replies. As it is: four threads and one grown one more. */
const [ROWS_BEFORE, ROWS_AFTER] = [29, 42];

beforeEach(() => fakeBrowser.reset());

/** A note that was collected whole, and has grown by more than a page since; calls are counted from there. */
async function startGrown() {
  if (!before || !order || !answer) throw new Error('no case');
  let answerNow: (url: URL) => FakeAnswer = before.answer;
  const gateway = createGatewayUnderTest(CASE_SERIES, (url) => answerNow(url), PRICED);
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  await test.engine.start(before.order);
  await test.runOut();
  expect(await readCoverage(test.connection, 'n1')).toMatchObject({ rows: ROWS_BEFORE, shortThreads: [] });
  gateway.clock.set(gateway.clock.now() + 24 * 3_600_000);
  const sentBefore = gateway.line.urls.length;
  answerNow = answer;
  return {
    test,
    order,
    answerWith: (other: (url: URL) => FakeAnswer) => (answerNow = other),
    listCalls: () =>
      gateway.line.urls.slice(sentBefore).map((address) => {
        const { pathname, searchParams } = new URL(address);
        return [pathname, searchParams.get('rootCommentId'), searchParams.get('cursor')].join(' ').trim();
      }),
  };
}

describe('refreshing the comments of a note', () => {
  it('reads what is new and what has grown, and leaves a complete note complete', async () => {
    const { test, order: refresh, listCalls } = await startGrown();
    const { jobId } = await test.engine.start(refresh);
    await test.runOut();

    // Three pages of three, of which the last is known; then what did not come along of two threads.
    expect(listCalls().sort()).toEqual(
      [
        ...['/detail', '/comments', '/comments  3', '/comments  6'],
        ...['/replies c1 1', '/replies c1 4', '/replies c4 1', '/replies c4 4'],
      ].sort(),
    );
    expect(await test.findJob(jobId)).toMatchObject({ state: 'done', progress: { billedCalls: 8 } });
    const database = await test.connection.open();
    expect(await database.get('notes', 'n1')).toMatchObject({ counts: { comments: { value: ROWS_AFTER } } });
    expect(await readCoverage(test.connection, 'n1')).toMatchObject({
      ...{ rows: ROWS_AFTER, topLevel: 15, replies: 27, gone: 0 },
      ...{ state: 'complete', reason: undefined, shortThreads: [] },
    });
    expect(test.aside).toEqual([]);
  });

  it('says that it was stopped where it breaks off before it comes to what is known', async () => {
    const { test, order: refresh, answerWith } = await startGrown();
    answerWith((url) =>
      url.pathname === '/comments' && url.searchParams.has('cursor')
        ? { fail: { kind: 'bad-request', billed: false } }
        : (answer?.(url) ?? {}),
    );
    const { jobId } = await test.engine.start(refresh);
    await test.runOut();

    expect((await test.findJob(jobId))?.state).toBe('partial');
    expect(await readCoverage(test.connection, 'n1')).toMatchObject({ state: 'short', reason: 'stopped' });
  });
});
