/** What collecting has come to while it is not over, or was ended before it was: a file that is written then tells it. */
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { createJobHandlers } from '../../../src/background/jobs/job-handlers';
import { closeOpenCollections } from '../../../src/background/jobs/collected/close-open-collections';
import type { Caller } from '../../../src/messaging/contract';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { readCoverage } from '../../support/jobs/read-coverage';
import { answerComments, commentSeries } from '../../support/providers/comment-world';
import type { CommentWorld } from '../../support/providers/comment-world';
import { createGatewayUnderTest } from '../../support/providers/gateway-under-test';

/** Forty pages, a cent each; the budget ends after ten of them. */
const WORLD: CommentWorld = { replies: Array.from({ length: 400 }, () => 0), page: 10, embedded: 1 };
const BUDGET = 0.1;

/** A collection that was stopped by its budget. */
async function startStopped() {
  const gateway = createGatewayUnderTest(
    [commentSeries('tikhub-app-v2')],
    (url) => answerComments(WORLD, url),
    {
      enteredPrices: { tikhub: { currency: 'USD', amount: 0.01 } },
      dailyBudget: {},
      jobBudget: { USD: BUDGET },
    },
  );
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  const order = { kind: 'collect-comments', input: { noteId: 'n1' }, noteId: 'n1', agreed: true } as const;
  const { jobId } = await test.engine.start(order);
  await test.runOut();
  expect((await test.findJob(jobId))?.state).toBe('paused');
  expect(gateway.line.asked).toHaveLength(10);
  const findCollected = async () => {
    const database = await test.connection.open();
    return (await database.get('commentLists', 'n1'))?.collected;
  };
  return { test, jobId, findCollected, handlers: createJobHandlers(test.services) };
}

const STOPPED = { state: 'short', endedBy: 'stopped', topLevel: 100, billedCalls: 10, cost: { USD: 0.1 } };
const nobody = {} as Caller;

describe('a collection that is not over', () => {
  it('is told by the report of a file that is written meanwhile, and in full when it has gone on', async () => {
    const { test, jobId, findCollected } = await startStopped();
    expect(await findCollected()).toBeUndefined();
    await closeOpenCollections(test.services, { noteIds: ['other'] });
    expect(await findCollected()).toBeUndefined();
    await closeOpenCollections(test.services, { noteIds: ['n1'] });
    expect(await findCollected()).toMatchObject(STOPPED);
    expect(await readCoverage(test.connection, 'n1')).toMatchObject({ state: 'short', reason: 'stopped' });

    await test.engine.setBudget(jobId, { USD: 1 });
    await test.engine.resume(jobId);
    await test.runOut();
    const whole = { jobId, state: 'complete', endedBy: 'end', topLevel: 400, billedCalls: 40 };
    expect(await findCollected()).toMatchObject(whole);
    // What is over is left as it is.
    await closeOpenCollections(test.services, { noteIds: ['n1'] });
    expect(await findCollected()).toMatchObject(whole);
  });

  it('leaves what it has cost beside the note when it is cancelled or removed', async () => {
    const cancelled = await startStopped();
    await cancelled.handlers['job.cancel']({ jobId: cancelled.jobId }, nobody);
    expect(await cancelled.findCollected()).toMatchObject(STOPPED);
    const paused = await startStopped();
    paused.test.settings = { ...paused.test.settings, paused: true };
    await paused.handlers['job.cancel']({ jobId: paused.jobId }, nobody);
    expect(await paused.findCollected()).toMatchObject(STOPPED);
    const removed = await startStopped();
    await removed.handlers['job.remove']({ jobId: removed.jobId }, nobody);
    expect(await removed.findCollected()).toMatchObject(STOPPED);
    expect(await removed.test.findJob(removed.jobId)).toBeUndefined();
  });
});
