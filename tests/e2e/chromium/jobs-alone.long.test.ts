/**
 * Jobs that outlive a worker, in a browser whose worker nobody is attached to and no page of the extension keeps company:
 * a driver would keep it alive, and a page might.
 */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repeat } from '../../replica/providers/faults';
import { minimumCalls } from '../../replica/world/comment-paging';
import { waitFor } from '../../support/wait-for';
import { openCollectionStand } from '../steps/collection-stand';
import type { CollectionStand } from '../steps/collection-stand';
import { expectWholeNote } from '../steps/expect-whole-note';
import { waitForJobEnd } from '../steps/wait-for-job-end';

/** An idle worker is ended after so long (measured, Chromium 156). */
const IDLE_MS = 30_000;
/** The app tells of folded comments only to who asks for them: one call that finds none belongs to a complete reading. */
const LOOK_FOR_FOLDED = 1;
/** Answers of four seconds, one after the other: a list of 13 pages takes a minute. */
const SLOW = { key: 'slow', topLevelComments: 120, repliesOf: () => 0 };
const SLOW_MS = 4_000;

describe('a job of a minute that nobody watches', () => {
  let stand: CollectionStand;
  beforeAll(async () => {
    stand = await openCollectionStand({ plan: SLOW, latencyMs: SLOW_MS });
  });
  afterAll(() => stand?.close());

  test('goes on to its end in one go, and nothing is asked twice', { timeout: 180_000 }, async () => {
    const { replica, note } = stand;
    const least = minimumCalls(note).total + LOOK_FOR_FOLDED;
    await stand.start();
    await stand.closePages();
    const all = { what: 'the last page to be asked for', timeoutMs: 120_000, everyMs: 500 };
    await waitFor(() => replica.providerCalls.length >= least, all);
    const [first, last] = [replica.providerCalls[0], replica.providerCalls.at(-1)];
    expect((last?.at ?? NaN) - (first?.at ?? NaN)).toBeGreaterThan(IDLE_MS + 10_000);
    // Each page is asked for as soon as the one before it is there: no life ended in between.
    const gaps = replica.providerCalls
      .slice(1)
      .map(({ at }, index) => at - (replica.providerCalls[index]?.at ?? NaN));
    expect(Math.max(...gaps)).toBeLessThan(SLOW_MS + IDLE_MS / 2);
    expect(await waitForJobEnd(stand, 30_000)).toMatchObject({ state: 'done' });
    expect(replica.providerCalls).toHaveLength(least);
    await expectWholeNote(stand);
  });

  test('lets the worker end by itself when it is over', { timeout: 120_000 }, async () => {
    await stand.closePages();
    const gone = { what: 'the worker to end by itself', timeoutMs: 90_000, everyMs: 500 };
    await waitFor(async () => !(await stand.isWorkerRunning()), gone);
  });
});

describe('a job that waits longer than a worker lives', () => {
  let stand: CollectionStand;
  beforeAll(async () => {
    stand = await openCollectionStand({ plan: { key: 'later', topLevelComments: 60 }, latencyMs: 50 });
  });
  afterAll(() => stand?.close());

  test('is woken by its alarm, and goes on', { timeout: 600_000 }, async () => {
    const { replica, note } = stand;
    // Every attempt fails until the delays have grown longer than a worker lives.
    replica.providerFaults.tikhub.failures.push(...repeat(10_000, { status: 503 }));
    await stand.start();
    const delayed = async () => {
      const { state, notBefore = 0 } = await stand.readJob();
      return state === 'waiting' && notBefore - Date.now() > IDLE_MS + 5_000;
    };
    await waitFor(delayed, { what: 'a delay that outlives the worker', timeoutMs: 150_000, everyMs: 250 });
    await stand.closePages();
    // One delay may just be spent by what still kept it awake; the next is twice as long.
    const gone = { what: 'the worker to end meanwhile', timeoutMs: 180_000, everyMs: 250 };
    await waitFor(async () => !(await stand.isWorkerRunning()), gone);
    replica.providerFaults.tikhub.failures.length = 0;
    const asked = replica.providerCalls.length;
    const woken = { what: 'the alarm to wake it', timeoutMs: 300_000, everyMs: 250 };
    await waitFor(() => replica.providerCalls.length > asked, woken);
    expect(await waitForJobEnd(stand, 60_000)).toMatchObject({ state: 'done' });
    expect(note.comments).toHaveLength(60);
    await expectWholeNote(stand);
  });
});
