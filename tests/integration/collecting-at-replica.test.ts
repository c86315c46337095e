/** What a note costs in calls, through the whole gateway and over HTTPS: the least that paging allows, and nothing twice. */
import 'fake-indexeddb/auto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startReplica } from '../replica/start';
import type { Replica } from '../replica/types';
import { minimumCalls } from '../replica/world/comment-paging';
import { THREADS_PLAN } from '../replica/world/paging-plans';
import type { WorldNote } from '../replica/world/types';
import { createEngineUnderTest } from '../support/jobs/engine-under-test';
import { findSpecsDir } from '../support/provider-specs';
import { createGatewayAtReplica } from '../support/providers/gateway-at-replica';
import { terms } from '../support/providers/gateway-under-test';
import type { GatewayUnderTest } from '../support/providers/gateway-under-test';

const FOLDING_PLAN = { key: 'folding', topLevelComments: 45, isFolded: (index: number) => index % 3 === 0 };
/** The app tells of folded comments only to who asks for them: one call that finds none belongs to a complete reading. */
const LOOK_FOR_FOLDED = 1;

let replica: Replica;
beforeAll(async () => {
  const specsDir = findSpecsDir();
  replica = await startReplica({
    notes: [THREADS_PLAN, FOLDING_PLAN, { key: 'turned', topLevelComments: 14 }],
    ...(specsDir === undefined ? {} : { specsDir }),
  });
  // The pace is kept on a clock that is turned by hand; what it does is tested elsewhere.
  replica.providerKey('tikhub').limits.perSecond = Infinity;
  replica.providerKey('justoneapi').limits.perSecond = Infinity;
});
beforeEach(() => replica.clearRecords());
afterAll(() => replica.close());

function getNote(key: string): WorldNote {
  const note = replica.world.findNote(key);
  if (!note) throw new Error(`no note ${key}`);
  return note;
}

/** Collects the note by a job of its own, over an empty database. */
async function collect({ gateway, clock }: GatewayUnderTest, { noteId }: WorldNote) {
  const test = createEngineUnderTest(gateway, clock);
  const { jobId } = await test.engine.start({
    kind: 'collect-comments',
    input: { noteId },
    noteId,
    agreed: true,
  });
  await test.runOut();
  const database = await test.connection.open();
  const [job, comments, list] = await Promise.all([
    test.findJob(jobId),
    database.getAll('comments'),
    database.get('commentLists', noteId),
  ]);
  expect(test.aside).toEqual([]);
  return { ids: comments.map(({ commentId }) => commentId).sort(), job, collected: list?.collected };
}

const idsOf = (note: WorldNote) =>
  note.comments.flatMap((root) => [root.id, ...root.replies.map((reply) => reply.id)]).sort();

const billedRows = ({ entries }: GatewayUnderTest) => [...entries.values()].filter(({ billed }) => billed);

describe('billed calls', () => {
  it('a note: one, the same again: none', async () => {
    const test = createGatewayAtReplica(replica);
    const { noteId } = getNote('tea');
    for (const expected of [1, 0]) {
      const { report } = await test.gateway.call('note.detail', { noteId, type: 'normal' }, terms());
      expect(report.billedCalls).toBe(expected);
    }
    expect(replica.billedCalls()).toEqual({ count: 1, price: 0.01 });
  });

  it('an author: one, the same again: none', async () => {
    const test = createGatewayAtReplica(replica);
    const { userId } = getNote('tea').author;
    for (const expected of [1, 0]) {
      const { report } = await test.gateway.call('author.profile', { userId }, terms());
      expect(report.billedCalls).toBe(expected);
    }
    expect(replica.billedCalls().count).toBe(1);
  });

  it('944 comments of 801 threads: the minimum, and one look for folded ones; the same again: none', async () => {
    const test = createGatewayAtReplica(replica);
    const note = getNote('threads');
    const { total } = minimumCalls(note);
    const first = await collect(test, note);
    expect(first.ids).toHaveLength(944);
    expect(first.ids).toEqual(idsOf(note));
    expect(first.job).toMatchObject({
      state: 'done',
      progress: { rows: 944, billedCalls: total + LOOK_FOR_FOLDED },
    });
    const replies = note.comments.reduce((sum, root) => sum + root.replies.length, 0);
    expect(first.collected).toMatchObject({ state: 'complete', topLevel: note.comments.length, replies });
    expect(replica.billedCalls().count).toBe(total + LOOK_FOR_FOLDED);
    expect(replica.providerCalls).toHaveLength(total + LOOK_FOR_FOLDED);
    expect(billedRows(test)).toHaveLength(total + LOOK_FOR_FOLDED);

    const second = await collect(test, note);
    expect(second.ids).toEqual(first.ids);
    expect(second.job?.progress.billedCalls).toBe(0);
    expect(replica.providerCalls).toHaveLength(total + LOOK_FOR_FOLDED);
  });

  it('a note with folded comments: the minimum, to the call', async () => {
    const test = createGatewayAtReplica(replica);
    const note = getNote('folding');
    const { ids, job } = await collect(test, note);
    expect(ids).toEqual(idsOf(note));
    expect(job?.progress.billedCalls).toBe(minimumCalls(note).total);
    expect(replica.billedCalls().count).toBe(minimumCalls(note).total);
  });
});

describe('comments that JustOneAPI does not give in the order of their age', () => {
  it('are collected in the other order, for one call more', async () => {
    const test = createGatewayAtReplica(replica, ['justoneapi']);
    const note = getNote('turned');
    Object.assign(replica.providerFaults.justoneapi, { notGivenBy: ['latest'] });
    const { ids, job, collected } = await collect(test, note);
    Object.assign(replica.providerFaults.justoneapi, { notGivenBy: [] });
    expect(ids).toEqual(idsOf(note));
    const calls = minimumCalls(note).total + 1;
    expect(job).toMatchObject({ state: 'done', progress: { rows: ids.length, billedCalls: calls } });
    expect(collected).toMatchObject({ state: 'complete', endedBy: 'end' });
    expect(billedRows(test)).toHaveLength(calls);
    const lists = replica.providerCalls.filter(({ path }) => path.endsWith('/get-note-comment/v2'));
    expect(lists.map(({ query }) => query['sort'] ?? 'as the vendor does')).toEqual([
      'as the vendor does',
      'normal',
      'normal',
    ]);
  });

  it('are asked for in the other order once, and are said to be short where that gives nothing either', async () => {
    const test = createGatewayAtReplica(replica, ['justoneapi']);
    const note = getNote('turned');
    Object.assign(replica.providerFaults.justoneapi, { notGivenBy: ['latest', 'normal'] });
    const { ids, collected } = await collect(test, note);
    Object.assign(replica.providerFaults.justoneapi, { notGivenBy: [] });
    expect(ids).toEqual([]);
    expect(collected).toMatchObject({ state: 'short' });
    expect(replica.providerCalls).toHaveLength(2);
  });
});

it('every request that was made is one that the vendor’s document allows', () => {
  expect(replica.specViolations).toEqual([]);
});
