/** 10,000 comments with their replies, the worker killed at 20 random moments and the whole browser three times. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { minimumCalls } from '../../replica/world/comment-paging';
import { readLedgerRows } from '../steps/read-ledger-rows';
import { openCollectionStand } from '../steps/collection-stand';
import type { CollectionStand } from '../steps/collection-stand';
import { chooseMoments, disturb, expectLittleRepeated, readWritten } from '../steps/disturb-collection';
import type { Disturbance } from '../steps/disturb-collection';
import { expectWholeFile, expectWholeNote } from '../steps/expect-whole-note';
import { waitForJobEnd } from '../steps/wait-for-job-end';

const SEED = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1e9));
/** 4,000 threads with 6,000 replies: 200 of them with 26 each, 800 with one, which mostly comes with its thread. */
const PLAN = {
  key: 'killed-often',
  topLevelComments: 4_000,
  repliesOf: (index: number) => (index % 20 === 0 ? 26 : index % 5 === 1 ? 1 : 0),
};
const LOOK_FOR_FOLDED = 1;
/** Steps under way at a time; see the engine. */
const MOST_UNDER_WAY = 8;

const WHATS: readonly Disturbance[] = [
  ...Array.from({ length: 18 }, () => 'worker' as const),
  'worker-alone',
  'worker-alone',
  'browser',
  'browser',
  'browser',
];

let stand: CollectionStand;

beforeAll(async () => {
  stand = await openCollectionStand({ plan: PLAN, latencyMs: 20 });
});

afterAll(() => stand?.close());

test('ends with the rows of a run that nothing happened to', { timeout: 900_000 }, async () => {
  const { replica, note, evaluate } = stand;
  const least = minimumCalls(note).total + LOOK_FOR_FOLDED;
  const moments = chooseMoments(SEED, WHATS, least);
  console.log(
    `seed ${SEED}: ${moments.map(({ what, afterCalls }) => `${what} at ${afterCalls}`).join(', ')}`,
  );
  const startedAt = Date.now();
  await stand.start();
  const killed = await disturb(stand, moments);
  const job = await waitForJobEnd(stand, 600_000);
  expect(job).toMatchObject({ state: 'done', progress: { rows: 10_000 } });
  const calls = replica.providerCalls;
  expect(expectLittleRepeated({ calls, killed, written: await readWritten(stand) })).toBe(least);
  // What was sent had been written down before; a life that ended in between has sent nothing of it.
  const written = (await readLedgerRows(evaluate)).filter(({ billed }) => billed).length;
  const billed = replica.billedCalls().count;
  expect(written).toBeGreaterThanOrEqual(billed);
  expect(written).toBeLessThanOrEqual(billed + MOST_UNDER_WAY * killed.length);
  await expectWholeNote(stand);
  await expectWholeFile(stand);
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  console.log(`${calls.length} calls, ${least} at least, ${seconds} s`);
});
