/** A collection whose worker, whole browser and version end in the middle: the rows of one that nothing happened to. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { minimumCalls } from '../../replica/world/comment-paging';
import { openCollectionStand } from '../steps/collection-stand';
import type { CollectionStand } from '../steps/collection-stand';
import { chooseMoments, disturb, expectLittleRepeated, readWritten } from '../steps/disturb-collection';
import { expectWholeFile, expectWholeNote } from '../steps/expect-whole-note';
import { waitForJobEnd } from '../steps/wait-for-job-end';

const SEED = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1e9));
/** 600 comments: 350 threads, of which 14 go on behind the reply that comes with them. */
const PLAN = {
  key: 'killed',
  topLevelComments: 350,
  repliesOf: (index: number) => (index % 25 === 0 ? 14 : index % 7 === 0 ? 1 : 0),
};
/** The app tells of folded comments only to who asks for them: one call that finds none belongs to a complete reading. */
const LOOK_FOR_FOLDED = 1;

let stand: CollectionStand;

beforeAll(async () => {
  stand = await openCollectionStand({ plan: PLAN, latencyMs: 20 });
});

afterAll(() => stand?.close());

test('killed and updated at random, it ends whole, and asks next to nothing twice', async () => {
  const { replica, note } = stand;
  const least = minimumCalls(note).total + LOOK_FOR_FOLDED;
  const whats = ['worker', 'worker', 'worker', 'browser', 'update'] as const;
  const moments = chooseMoments(SEED, whats, least);
  console.log(
    `seed ${SEED}: ${moments.map(({ what, afterCalls }) => `${what} at ${afterCalls}`).join(', ')}`,
  );
  await stand.start();
  const killed = await disturb(stand, moments);
  const job = await waitForJobEnd(stand, 60_000);
  expect(job).toMatchObject({ state: 'done' });
  const calls = replica.providerCalls;
  expect(expectLittleRepeated({ calls, killed, written: await readWritten(stand) })).toBe(least);
  expect(replica.specViolations).toEqual([]);
  await expectWholeNote(stand);
  await expectWholeFile(stand);
  console.log(`${calls.length} calls, ${least} at least`);
});
