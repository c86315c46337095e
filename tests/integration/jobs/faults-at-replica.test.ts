/** Collecting while the vendors fail in every way the replica knows: complete, or short and saying of what. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderFamily } from '../../../src/model/providers/provider.catalog';
import { FAULTS } from '../../support/jobs/faults';
import type { FaultCase } from '../../support/jobs/faults';
import {
  collectFaulty,
  expectConcluded,
  expectHonest,
  expectMended,
  mendReplica,
  startFaultyReplica,
} from '../../support/jobs/faulty-collection';

let scene: Awaited<ReturnType<typeof startFaultyReplica>>;
beforeAll(async () => {
  scene = await startFaultyReplica();
});
beforeEach(() => mendReplica(scene.replica));
afterAll(() => scene.replica.close());

const collect = (families: readonly ProviderFamily[], inTheMiddle?: () => void) =>
  collectFaulty(scene, families, inTheMiddle);

interface Named extends FaultCase {
  readonly name: string;
}

const singles: readonly Named[] = Object.entries(FAULTS).map(([name, fault]) => ({ name, ...fault }));
/** What passes by itself is met in the middle, too. */
const fromTheStart = singles.filter(({ passes }) => passes !== true);

describe('a vendor that fails', () => {
  it.each(fromTheStart)('$name', async ({ make, kinds, passes }) => {
    Object.assign(scene.replica.providerFaults.tikhub, make());
    const outcome = await collect(['tikhub']);
    expectHonest(outcome, kinds);
    if (passes) expect(outcome.job?.state).toBe('done');
  });

  it.each(singles)('from the middle on: $name', async ({ make, kinds, passes }) => {
    const outcome = await collect(['tikhub'], () =>
      Object.assign(scene.replica.providerFaults.tikhub, make()),
    );
    expectHonest(outcome, kinds);
    if (passes) expect(outcome.job?.state).toBe('done');
    else if (kinds.length > 0) await expectMended(outcome, scene.replica);
  });

  it.each(singles.filter(({ kinds }) => kinds.length > 0))(
    'where another one answers: $name',
    async ({ name, make, kinds, passes }) => {
      const fail = () => Object.assign(scene.replica.providerFaults.tikhub, make());
      const outcome = await collect(['tikhub', 'justoneapi'], fail);
      expectHonest(outcome, kinds);
      // Who fails is passed over; who lies is believed, and is told to be short.
      if (passes || (kinds.length > 0 && name !== 'another note')) expect(outcome.job?.state).toBe('done');
    },
  );

  it('no more in the middle, and no totals: what nobody can know is missing is not told as complete', async () => {
    const renamed = { comment_count: 'count', comment_count_l1: 'count_l1' };
    Object.assign(scene.replica.providerFaults.tikhub, { hasMore: 'false-early', renamed });
    const { comments, collected, coverage, job } = await collect(['tikhub']);
    const roots = comments.filter(({ rootCommentId }) => rootCommentId === undefined);
    expect(roots.length).toBeLessThan(scene.note.comments.length);
    expect(collected).toMatchObject({ endedBy: 'end', said: {} });
    // Threads are short by the word of their roots; of the list itself nobody knows what is missing.
    expect(coverage.shortThreads.length).toBeGreaterThan(0);
    expect([job?.state, collected?.state, coverage.state]).toEqual(['partial', 'short', 'short']);
  });

  it('for good, in the middle, with nobody else to ask: the job may be ended with what is there', async () => {
    const { make, kinds } = FAULTS['500 for good'] ?? { make: () => ({}), kinds: [] };
    const outcome = await collect(['tikhub'], () =>
      Object.assign(scene.replica.providerFaults.tikhub, make()),
    );
    await expectConcluded(outcome, kinds);
    // It is taken up again as any job that is over.
    await expectMended(outcome, scene.replica);
  });
});
