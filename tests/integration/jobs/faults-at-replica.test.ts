/** Collecting while the vendors fail in every way the replica knows: complete, or short and saying of what. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ProviderErrorKind } from '../../../src/model/providers/provider-error';
import type { ProviderFamily } from '../../../src/model/providers/provider.catalog';
import { createProviderFaults, repeat } from '../../replica/providers/faults';
import type { ProviderFault } from '../../replica/providers/types';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { createEngineUnderTest } from '../../support/jobs/engine-under-test';
import { createGatewayAtReplica } from '../../support/providers/gateway-at-replica';

/** More failures than anybody tries. */
const FOR_GOOD = 100_000;
const REPLIES = [0, 0, 13, 1, 0, 3, 0, 0];
const NOTE = { key: 'faulty', topLevelComments: 24, repliesOf: (index: number) => REPLIES[index % 8] ?? 0 };

interface FaultCase {
  /** Made anew for each use: some are used up. */
  readonly make: () => Partial<ProviderFault>;
  /** What an item may say of it. None: what is missing was promised and not returned, and nobody knows why. */
  readonly kinds: readonly ProviderErrorKind[];
  /** It passes: everything must have come. */
  readonly passes?: boolean;
}

const FAULTS: Readonly<Record<string, FaultCase>> = {
  latency: { make: () => ({ latencyMs: 60 }), kinds: [], passes: true },
  '429 three times': {
    make: () => ({ failures: repeat(3, { status: 429, retryAfter: 2 }) }),
    kinds: ['rate-limited'],
    passes: true,
  },
  '429 for good': { make: () => ({ failures: repeat(FOR_GOOD, { status: 429 }) }), kinds: ['rate-limited'] },
  '503 four times': {
    make: () => ({ failures: repeat(4, { status: 503 }) }),
    kinds: ['server'],
    passes: true,
  },
  '500 for good': { make: () => ({ failures: repeat(FOR_GOOD, { status: 500 }) }), kinds: ['server'] },
  '502 of a proxy': {
    make: () => ({ failures: repeat(FOR_GOOD, { status: 502, form: 'html' }) }),
    kinds: ['server'],
  },
  'no answer, twice': { make: () => ({ neverAnswers: 2 }), kinds: ['timeout'], passes: true },
  'no answer, ever': { make: () => ({ neverAnswers: FOR_GOOD }), kinds: ['timeout'] },
  'failing inside, twice': { make: () => ({ innerFailures: 2 }), kinds: ['upstream-failed'], passes: true },
  'failing inside, for good': { make: () => ({ innerFailures: FOR_GOOD }), kinds: ['upstream-failed'] },
  'cut bodies': { make: () => ({ body: 'cut' }), kinds: ['invalid-response'] },
  'empty bodies': { make: () => ({ body: 'empty' }), kinds: ['invalid-response'] },
  'a page in place of a body': { make: () => ({ body: 'html' }), kinds: ['invalid-response'] },
  'another type': { make: () => ({ body: 'wrong-type' }), kinds: [], passes: true },
  'renamed keys': { make: () => ({ renamed: { comments: 'comment_rows' } }), kinds: ['invalid-response'] },
  // A thread that the other note has not got is refused.
  'another note': {
    make: () => ({ wrongNote: true }),
    kinds: ['invalid-response', 'upstream-failed'],
  },
  'the same cursor again': { make: () => ({ repeatedCursor: true }), kinds: [] },
  'no cursor': { make: () => ({ missingCursor: true }), kinds: [] },
  'rows twice': { make: () => ({ duplicateRows: true }), kinds: [], passes: true },
  'more at the end': { make: () => ({ hasMore: 'true-at-end' }), kinds: [], passes: true },
  'no more in the middle': { make: () => ({ hasMore: 'false-early' }), kinds: [] },
};

let replica: Replica;
let note: WorldNote;
beforeAll(async () => {
  replica = await startReplica({ notes: [NOTE] });
  const found = replica.world.findNote(NOTE.key);
  if (!found) throw new Error('no note');
  note = found;
  for (const family of ['tikhub', 'justoneapi'] as const) {
    Object.assign(replica.providerKey(family).limits, {
      perSecond: Infinity,
      perMinute: Infinity,
      perDay: Infinity,
    });
  }
});
beforeEach(() => {
  Object.assign(replica.providerFaults, createProviderFaults());
  replica.clearRecords();
});
afterAll(() => replica.close());

async function collect(families: readonly ProviderFamily[], inTheMiddle?: () => void) {
  const gateway = createGatewayAtReplica(replica, families);
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  const { noteId } = note;
  const look = async () => {
    const database = await test.connection.open();
    const [job, comments, list, items] = await Promise.all([
      test.findJob(jobId),
      database.getAll('comments'),
      database.get('commentLists', noteId),
      database.getAll('jobItems'),
    ]);
    return { job, comments, collected: list?.collected, items };
  };
  const { jobId } = await test.engine.start({
    kind: 'collect-comments',
    input: { noteId },
    noteId,
    agreed: true,
  });
  if (inTheMiddle) {
    await expect.poll(() => replica.providerCalls.length, { interval: 1 }).toBeGreaterThan(3);
    inTheMiddle();
  }
  await test.runOut();
  expect(test.aside).toEqual([]);
  return { ...(await look()), test: { ...test, clock: gateway.clock }, look };
}

type Outcome = Awaited<ReturnType<typeof collect>>;

const idsOf = (world: WorldNote) =>
  world.comments.flatMap((root) => [root.id, ...root.replies.map((reply) => reply.id)]);

/** What a collection may come to, whatever happened: everything, or less and saying of what. */
function expectHonest(
  { job, comments, collected, items }: Omit<Outcome, 'test' | 'look'>,
  kinds: readonly ProviderErrorKind[],
): void {
  const stored = new Set(comments.map(({ commentId }) => commentId));
  const missing = idsOf(note).filter((id) => !stored.has(id));
  expect(stored.size + missing.length).toBe(idsOf(note).length);
  expect(['done', 'partial', 'failed', 'paused']).toContain(job?.state);
  if (missing.length > 0) expect(job?.state).not.toBe('done');
  for (const { state, error } of items) {
    if (state === 'failed') expect(kinds).toContain(error?.details['kind']);
  }
  if (job?.state === 'paused') {
    // Everybody rests or is out: what was missing when it stopped is still to come.
    expect(job.error).toMatchObject({ code: 'no-provider', details: { gap: 'out' } });
    expect(kinds.length).toBeGreaterThan(0);
    return;
  }
  const stateOf = (itemId: string) => items.find((item) => item.itemId === itemId)?.state;
  for (const root of note.comments) {
    if (!stored.has(root.id)) {
      expect(collected?.state).toBe('short');
      const { topLevel = 0, said, endedBy } = collected ?? {};
      if (endedBy === 'end') expect(topLevel).toBeLessThan(said?.topLevel ?? 0);
    } else if (root.replies.some(({ id }) => !stored.has(id))) {
      expect(collected?.state, root.id).toBe('short');
      expect(['short', 'failed'], root.id).toContain(stateOf(`${note.noteId}/${root.id}`));
    }
  }
}

/** A job that waits for its vendors goes on where it is once they are well again, and misses nothing then. */
async function expectMended({ job, test, look }: Outcome): Promise<void> {
  Object.assign(replica.providerFaults, createProviderFaults());
  const jobId = job?.jobId ?? '';
  // What rests has rested by then.
  test.clock.set(test.clock.now() + 2 * 3_600_000);
  if (job?.state === 'paused') {
    await test.engine.resume(jobId);
    await test.runOut();
  }
  if ((await test.findJob(jobId))?.state !== 'done') {
    await test.engine.retry(jobId);
    await test.runOut();
  }
  const after = await look();
  expectHonest(after, []);
  expect(after.job?.state).toBe('done');
}

interface Named extends FaultCase {
  readonly name: string;
}

const singles: readonly Named[] = Object.entries(FAULTS).map(([name, fault]) => ({ name, ...fault }));
/** What passes by itself is met in the middle, too. */
const fromTheStart = singles.filter(({ passes }) => passes !== true);

describe('a vendor that fails', () => {
  it.each(fromTheStart)('$name', async ({ make, kinds, passes }) => {
    Object.assign(replica.providerFaults.tikhub, make());
    const outcome = await collect(['tikhub']);
    expectHonest(outcome, kinds);
    if (passes) expect(outcome.job?.state).toBe('done');
  });

  it.each(singles)('from the middle on: $name', async ({ make, kinds, passes }) => {
    const outcome = await collect(['tikhub'], () => Object.assign(replica.providerFaults.tikhub, make()));
    expectHonest(outcome, kinds);
    if (passes) expect(outcome.job?.state).toBe('done');
    else if (kinds.length > 0) await expectMended(outcome);
  });

  it.each(singles.filter(({ kinds }) => kinds.length > 0))(
    'where another one answers: $name',
    async ({ name, make, kinds, passes }) => {
      const fail = () => Object.assign(replica.providerFaults.tikhub, make());
      const outcome = await collect(['tikhub', 'justoneapi'], fail);
      expectHonest(outcome, kinds);
      // Who fails is passed over; who lies is believed, and is told to be short.
      if (passes || (kinds.length > 0 && name !== 'another note')) expect(outcome.job?.state).toBe('done');
    },
  );
});
