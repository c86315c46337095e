/** Two faults at a time, of one vendor or one of each of two: complete, or short and saying of what. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderFamily } from '../../../src/model/providers/provider.catalog';
import { createRandom } from '../../replica/world/random';
import { FAULTS } from '../../support/jobs/faults';
import type { FaultCase } from '../../support/jobs/faults';
import {
  collectFaulty,
  expectConcluded,
  expectHonest,
  mendReplica,
  startFaultyReplica,
} from '../../support/jobs/faulty-collection';

const SEED = Number(process.env['TEST_SEED'] ?? Math.floor(Math.random() * 1e9));
/** Of the pairs of which each vendor has one. */
const SAMPLE = 80;

let scene: Awaited<ReturnType<typeof startFaultyReplica>>;
beforeAll(async () => {
  scene = await startFaultyReplica();
});
beforeEach(() => mendReplica(scene.replica));
afterAll(() => scene.replica.close());

interface Pair {
  readonly name: string;
  readonly first: FaultCase;
  readonly second: FaultCase;
}

const singles = Object.entries(FAULTS);
const toPair = ([one, first]: [string, FaultCase], [other, second]: [string, FaultCase]): Pair => ({
  name: `${one} + ${other}`,
  first,
  second,
});

/** That there is no more is believed where no number says otherwise. */
const isBelieved = (one: FaultCase, other: FaultCase): boolean =>
  one.saysNoTotals === true && other.make().hasMore === 'false-early';

/** Those of one vendor: two faults of the same switch cannot be on at once. */
const ofOne: readonly Pair[] = singles.flatMap((one, index) =>
  singles
    .slice(index + 1)
    .filter(([, { make }]) => !Object.keys(make()).some((name) => name in one[1].make()))
    .filter(([, other]) => !isBelieved(one[1], other) && !isBelieved(other, one[1]))
    .map((other) => toPair(one, other)),
);
const ofTwo: readonly Pair[] = sample(
  singles.flatMap((one) => singles.map((other) => toPair(one, other))),
  SAMPLE,
);

function sample(pairs: readonly Pair[], count: number): readonly Pair[] {
  const random = createRandom(SEED);
  return pairs
    .map((pair) => ({ pair, place: random.next() }))
    .sort((a, b) => a.place - b.place)
    .slice(0, count)
    .map(({ pair }) => pair);
}

/** Lets the faults hold from the third call on, and holds what became of it against what may. */
async function tryPair(
  { first, second }: Pair,
  families: readonly ProviderFamily[],
  fail: () => void,
): Promise<void> {
  const hasTwo = families.length > 1;
  const kinds = [...first.kinds, ...((hasTwo ? second.atJustoneapi : undefined) ?? second.kinds)];
  const outcome = await collectFaulty(scene, families, fail);
  expectHonest(outcome, kinds);
  if (first.passes && second.passes) expect(outcome.job?.state).toBe('done');
  if (outcome.job?.state === 'paused') await expectConcluded(outcome, kinds);
}

describe('one vendor with two faults', () => {
  it.each(ofOne)('$name', { timeout: 60_000 }, async (pair) => {
    const { tikhub } = scene.replica.providerFaults;
    await tryPair(pair, ['tikhub'], () => Object.assign(tikhub, pair.first.make(), pair.second.make()));
  });
});

describe(`two vendors with a fault each (seed ${SEED})`, () => {
  it.each(ofTwo)('$name', { timeout: 60_000 }, async (pair) => {
    const { tikhub, justoneapi } = scene.replica.providerFaults;
    await tryPair(pair, ['tikhub', 'justoneapi'], () => {
      Object.assign(tikhub, pair.first.make());
      Object.assign(justoneapi, pair.second.make());
    });
  });
});
