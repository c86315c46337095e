import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { toExactCount } from '../../../src/model/values/count';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { noteOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, PRICED } from '../../support/providers/gateway-under-test';
import { noteIdOf, noteSeries } from '../../support/providers/note-world';

const NOTE = noteIdOf(1);
const HOUR_MS = 3_600_000;

const looked = (times: number): FakeAnswer => ({
  payload: { note: { ...noteOf(NOTE, { title: 'watched' }), counts: { likes: toExactCount(times) } } },
});

async function watch(answer: (times: number) => FakeAnswer, settings: object = PRICED, hours?: number) {
  const gateway = createGatewayUnderTest(
    [noteSeries('tikhub-app-v2')],
    (_url, times) => answer(times),
    settings,
  );
  const { clock } = gateway;
  const test = createEngineUnderTest(gateway.gateway, clock);
  const start = clock.now();
  const until = hours === undefined ? {} : { until: start + hours * HOUR_MS };
  const input = { noteId: NOTE, everyMs: HOUR_MS, ...until };
  const { jobId } = await test.engine.start({ kind: 'watch-note', input, agreed: true, noteId: NOTE });
  await test.engine.wake();
  const readLikes = async () => {
    const snapshots = await (await test.connection.open()).getAll('snapshots');
    return snapshots.map(({ at, counts }) => [(at - start) / HOUR_MS, counts.likes?.value]);
  };
  return { gateway, clock, test, start, jobId, readLikes, findJob: () => test.findJob(jobId) };
}

describe('watching a note', () => {
  it('looks again every hour, past the cache, until its end', async () => {
    const { test, gateway, readLikes, findJob } = await watch(looked, PRICED, 3);
    expect(await findJob()).toMatchObject({ state: 'waiting' });
    await test.runOut();
    expect(await readLikes()).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 4],
    ]);
    expect(gateway.line.asked).toHaveLength(4);
    expect(await findJob()).toMatchObject({ state: 'done', progress: { rows: 4, billedCalls: 4 } });
  });

  it('makes up for looks that were slept through with one, and keeps to its times', async () => {
    const { test, clock, start, readLikes, findJob } = await watch(looked);
    clock.set(start + 5.5 * HOUR_MS);
    await test.engine.wake();
    await test.engine.wake();
    expect(await readLikes()).toEqual([
      [0, 1],
      [5.5, 2],
    ]);
    expect(await findJob()).toMatchObject({ state: 'waiting', notBefore: start + 6 * HOUR_MS });
  });

  it('stops where nobody knows the price, whatever was agreed to, and where the budget is reached', async () => {
    const unknown = await watch(looked, { ...PRICED, enteredPrices: {} });
    expect(await unknown.findJob()).toMatchObject({ state: 'paused', error: { code: 'price-unknown' } });
    expect(unknown.gateway.line.asked).toEqual([]);
    const poor = await watch(looked, { ...PRICED, jobBudget: { USD: 0.02 } });
    await poor.test.runOut();
    expect(await poor.findJob()).toMatchObject({ state: 'paused', error: { code: 'budget-reached' } });
    expect(await poor.readLikes()).toHaveLength(2);
  });

  it('goes on after looks that came to nothing', async () => {
    const failing = (times: number): FakeAnswer =>
      times === 2 ? { fail: { kind: 'bad-request', billed: false } } : looked(times);
    const { test, readLikes, findJob } = await watch(failing, PRICED, 2);
    await test.runOut();
    expect((await readLikes()).map(([, likes]) => likes)).toEqual([1, 3]);
    expect(await findJob()).toMatchObject({ state: 'done' });
  });

  it('ends with the reason when the note is gone', async () => {
    const gone = (times: number): FakeAnswer =>
      times === 1 ? looked(1) : { fail: { kind: 'not-found', billed: false } };
    const { test, gateway, findJob } = await watch(gone);
    await test.runOut();
    expect(gateway.line.asked).toHaveLength(1 + 3);
    expect(await findJob()).toMatchObject({
      state: 'partial',
      error: { code: 'providers-failed', details: { kind: 'not-found' } },
    });
  });
});
