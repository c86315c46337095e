import { expect } from 'vitest';
import type { ProviderErrorKind } from '../../../src/model/providers/provider-error';
import type { ProviderFamily } from '../../../src/model/providers/provider.catalog';
import { createProviderFaults } from '../../replica/providers/faults';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { createGatewayAtReplica } from '../providers/gateway-at-replica';
import { createEngineUnderTest } from './engine-under-test';
import { readCoverage } from './read-coverage';

const REPLIES = [0, 0, 13, 1, 0, 3, 0, 0];
/** Threads without replies, with one that comes along, and with some that must be asked for. */
const NOTE = { key: 'faulty', topLevelComments: 24, repliesOf: (index: number) => REPLIES[index % 8] ?? 0 };

/** A replica that may be as bad as one likes, without limits of calls. */
export async function startFaultyReplica(): Promise<{ readonly replica: Replica; readonly note: WorldNote }> {
  const replica = await startReplica({ notes: [NOTE] });
  const note = replica.world.findNote(NOTE.key);
  if (!note) throw new Error('no note');
  const none = { perSecond: Infinity, perMinute: Infinity, perDay: Infinity };
  for (const family of ['tikhub', 'justoneapi'] as const)
    Object.assign(replica.providerKey(family).limits, none);
  return { replica, note };
}

/** All well again, and nothing asked yet. */
export function mendReplica(replica: Replica): void {
  Object.assign(replica.providerFaults, createProviderFaults());
  for (const family of ['tikhub', 'justoneapi'] as const) replica.providerKey(family).balance = 25;
  replica.clearRecords();
}

/** Collects the note by a job of its own, over an empty database, until it goes no further by itself. */
export async function collectFaulty(
  { replica, note }: { readonly replica: Replica; readonly note: WorldNote },
  families: readonly ProviderFamily[],
  inTheMiddle?: () => void,
) {
  const gateway = createGatewayAtReplica(replica, families);
  const test = createEngineUnderTest(gateway.gateway, gateway.clock);
  const { noteId } = note;
  const look = async () => {
    const database = await test.connection.open();
    const [job, comments, list, items, coverage] = await Promise.all([
      test.findJob(jobId),
      database.getAll('comments'),
      database.get('commentLists', noteId),
      database.getAll('jobItems'),
      readCoverage(test.connection, noteId),
    ]);
    return { note, job, comments, collected: list?.collected, items, coverage };
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

export type FaultyOutcome = Awaited<ReturnType<typeof collectFaulty>>;
type Stored = Omit<FaultyOutcome, 'test' | 'look'>;

const listIds = (world: WorldNote) =>
  world.comments.flatMap((root) => [root.id, ...root.replies.map((reply) => reply.id)]);

/** What a collection may come to, whatever happened: everything, or less and saying of what. */
export function expectHonest(stored: Stored, kinds: readonly ProviderErrorKind[]): void {
  const { note, job, comments, items } = stored;
  const ids = new Set(comments.map(({ commentId }) => commentId));
  const missing = listIds(note).filter((id) => !ids.has(id));
  expect(ids.size + missing.length).toBe(listIds(note).length);
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
  expectNamed(stored, ids);
  expectTold(stored, ids, kinds);
}

/**
 * The report that a file would have now: it names every thread of which something is missing, calls nothing complete that
 * is not, and gives no reason but that it was not returned where nothing has failed.
 */
function expectTold(
  { note, items, coverage }: Stored,
  ids: ReadonlySet<string>,
  kinds: readonly ProviderErrorKind[],
): void {
  const named = new Map(coverage.shortThreads.map((thread) => [thread.rootCommentId, thread]));
  for (const root of note.comments.filter(({ id }) => ids.has(id))) {
    const got = root.replies.filter(({ id }) => ids.has(id)).length;
    const isShort = got < root.replies.length;
    expect(named.get(root.id)?.got, root.id).toBe(isShort ? got : undefined);
  }
  expect([...named.keys()].filter((id) => !ids.has(id))).toEqual([]);
  const isMissing = listIds(note).some((id) => !ids.has(id));
  expect(coverage.rows).toBe(ids.size);
  expect(coverage.state === 'short').toBe(isMissing);
  const failed = items.filter(({ state }) => state === 'failed');
  const stopped = new Set(failed.filter(isGivenUp).map(({ itemId }) => itemId));
  const ownFailures = new Set(failed.filter((item) => !isGivenUp(item)).map(({ itemId }) => itemId));
  const toReasons = (itemIds: readonly string[]) => {
    if (kinds.length > 0 && itemIds.some((id) => ownFailures.has(id))) return ['failed', 'not-returned'];
    return itemIds.some((id) => stopped.has(id)) ? ['stopped', 'not-returned'] : ['not-returned'];
  };
  for (const { rootCommentId, reason } of named.values()) {
    const itemIds = [note.noteId, `${note.noteId}/${rootCommentId}`];
    expect(toReasons(itemIds), rootCommentId).toContain(reason);
  }
  const reasons = ['not-returned', ...toReasons([...ownFailures]), ...toReasons([...stopped])];
  expect(isMissing ? reasons : [undefined]).toContain(coverage.reason);
}

/** Nobody waited for it when the job was ended. */
const isGivenUp = ({ error }: Stored['items'][number]): boolean => error?.code === 'cancelled';

/** Every thread of which something is missing is named, and where whole threads are, the note's own list is. */
function expectNamed({ note, collected, items }: Stored, ids: ReadonlySet<string>): void {
  const stateOf = (itemId: string) => items.find((item) => item.itemId === itemId)?.state;
  for (const root of note.comments) {
    if (!ids.has(root.id)) {
      expect(collected?.state).toBe('short');
      const { topLevel = 0, said, endedBy } = collected ?? {};
      if (endedBy === 'end') expect(topLevel).toBeLessThan(said?.topLevel ?? 0);
    } else if (root.replies.some(({ id }) => !ids.has(id))) {
      expect(collected?.state, root.id).toBe('short');
      expect(['short', 'failed'], root.id).toContain(stateOf(`${note.noteId}/${root.id}`));
    }
  }
}

/** A job that waits for its vendors goes on where it is once they are well again, and misses nothing then. */
export async function expectMended({ job, test, look }: FaultyOutcome, replica: Replica): Promise<void> {
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

/** A job that nobody answers any more ends with what is there: what is missing is named, and why nobody gave it. */
export async function expectConcluded(
  { job, test, look }: FaultyOutcome,
  kinds: readonly ProviderErrorKind[],
): Promise<void> {
  expect(job?.state).toBe('paused');
  await test.engine.conclude(job?.jobId ?? '');
  await test.runOut();
  const after = await look();
  const ids = new Set(after.comments.map(({ commentId }) => commentId));
  expect(after.job?.state).toBe(ids.size > 0 ? 'partial' : 'failed');
  expect(after.collected?.state).toBe('short');
  expectNamed(after, ids);
  expectTold(after, ids, kinds);
  for (const { state, error } of after.items) {
    expect(state).not.toBe('open');
    if (state !== 'failed') continue;
    // Either its own failure, or none.
    if (error?.code === 'no-provider') expect(error.details['gap']).toBe('out');
    else if (error?.code !== 'cancelled') expect(kinds).toContain(error?.details['kind']);
  }
}
