import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { LedgerEntry } from '../../../src/model/providers/ledger';
import { createConnection } from '../../../src/storage/database';
import type { DatabaseConnection } from '../../../src/storage/database';
import { findRun } from '../../../src/storage/readers/providers/find-run';
import { findTopic } from '../../../src/storage/readers/providers/find-topic';
import { listLedger } from '../../../src/storage/readers/providers/list-ledger';
import { sumLedger } from '../../../src/storage/readers/providers/sum-ledger';
import { createRepositories } from '../../../src/storage/repositories/create-repositories';
import type { Repositories } from '../../../src/storage/repositories/create-repositories';

const DAY_1 = new Date(2026, 4, 3, 23, 59, 59).getTime();
const DAY_2 = new Date(2026, 4, 4, 0, 0, 1).getTime();
let connection: DatabaseConnection;
const write = <Value>(use: (stores: Repositories) => Promise<Value>) =>
  connection.write((transaction) => use(createRepositories(transaction)));

const entryOf = (number: number, changes: Partial<LedgerEntry> = {}): LedgerEntry => {
  const at = changes.at ?? DAY_1;
  return {
    entryId: `${at}-${String(number).padStart(5, '0')}`,
    at,
    runId: 'run-1',
    family: 'tikhub',
    provider: 'tikhub-app-v2',
    operation: 'note.detail',
    endpoint: '/detail',
    durationMs: 1,
    outcome: 'ok',
    billed: true,
    price: { currency: 'USD', amount: 0.01 },
    ...changes,
  };
};

beforeEach(() => {
  connection = createConnection(`provider-stores-${crypto.randomUUID()}`);
});

describe('the ledger', () => {
  const ENTRIES = [
    entryOf(1),
    entryOf(2, { outcome: 'server', billed: false }),
    entryOf(3, { at: DAY_2, runId: 'run-2', jobId: 'job-1', operation: 'note.comments' }),
    entryOf(4, {
      at: DAY_2,
      runId: 'run-3',
      provider: 'parsebot',
      family: 'parsebot',
      price: { currency: 'credit', amount: 1 },
    }),
    {
      ...entryOf(5, { at: DAY_2, runId: 'run-4', provider: 'justoneapi', family: 'justoneapi' }),
      price: undefined,
    },
    { ...entryOf(6, { at: DAY_2, runId: 'run-5', cached: 'own', billed: false }), price: undefined },
  ].map((entry) => JSON.parse(JSON.stringify(entry)) as LedgerEntry);

  beforeEach(() =>
    write(async ({ ledger }) => {
      for (const entry of ENTRIES) await ledger.put(entry);
    }),
  );

  it('is listed by time, the newest first, a page at a time', async () => {
    const database = await connection.open();
    const first = await listLedger(database, { limit: 4 });
    const rest = await listLedger(database, { limit: 4, before: first[3]?.entryId ?? '' });
    expect([...first, ...rest].map(({ entryId }) => entryId)).toEqual(
      ENTRIES.map(({ entryId }) => entryId).reverse(),
    );
  });

  it('is narrowed down as a whole, not only its newest', async () => {
    const database = await connection.open();
    const numbersOf = async (options: Parameters<typeof listLedger>[1]) =>
      (await listLedger(database, options)).map(({ entryId }) => Number(entryId.slice(-5)));
    expect(await numbersOf({ limit: 1, outcome: 'failed' })).toEqual([2]);
    expect(await numbersOf({ limit: 9, outcome: 'ok', operation: 'note.comments' })).toEqual([3]);
    expect(await numbersOf({ limit: 9, provider: 'parsebot' })).toEqual([4]);
    expect(await numbersOf({ limit: 9, provider: 'parsebot', outcome: 'failed' })).toEqual([]);
  });

  it('gives the attempts of one question in their order', async () => {
    expect((await findRun(await connection.open(), 'run-1')).map(({ outcome }) => outcome)).toEqual([
      'ok',
      'server',
    ]);
  });

  it('is summed up by day, series, operation and job', async () => {
    const database = await connection.open();
    expect(await sumLedger(database, 'day')).toEqual([
      {
        group: '2026-05-03',
        calls: 2,
        billedCalls: 1,
        failedCalls: 1,
        cachedAnswers: 0,
        cost: { USD: 0.01 },
        unpricedCalls: 0,
      },
      {
        group: '2026-05-04',
        calls: 3,
        billedCalls: 3,
        failedCalls: 0,
        cachedAnswers: 1,
        cost: { USD: 0.01, credit: 1 },
        unpricedCalls: 1,
      },
    ]);
    const groups = async (by: 'provider' | 'operation' | 'job') =>
      (await sumLedger(database, by)).map(({ group, billedCalls }) => [group, billedCalls]);
    expect(await groups('provider')).toEqual([
      ['justoneapi', 1],
      ['parsebot', 1],
      ['tikhub-app-v2', 2],
    ]);
    expect(await groups('operation')).toEqual([
      ['note.comments', 1],
      ['note.detail', 3],
    ]);
    expect(await groups('job')).toEqual([
      ['', 3],
      ['job-1', 1],
    ]);
  });

  it('is summed up over a span', async () => {
    const database = await connection.open();
    const of = async (span: object) => (await sumLedger(database, 'day', span)).map(({ group }) => group);
    expect(await of({ since: DAY_2 })).toEqual(['2026-05-04']);
    expect(await of({ until: DAY_2 })).toEqual(['2026-05-03']);
  });
});

describe('kept answers', () => {
  const responseOf = (number: number, bytes: number) => ({
    key: `k${number}`,
    value: `value ${number}`,
    at: number,
    provider: 'tikhub-app-v2' as const,
    endpoint: '/detail',
    cacheUrl: `https://cache.tikhub.io/${number}`,
    bytes,
  });

  it('lose their values when they take too much room, the oldest first; where they can be read again stays', async () => {
    await write(async ({ responses }) => {
      for (let number = 1; number <= 60; number += 1) await responses.put(responseOf(number, 2_000_000));
    });
    const found = await write(({ responses }) =>
      Promise.all([1, 60].map((number) => responses.find(`k${number}`))),
    );
    expect(found[0]).toEqual({ ...responseOf(1, 0), value: undefined });
    expect(found[1]?.value).toBe('value 60');
    const all = await (await connection.open()).getAll('responses');
    const bytes = all.reduce((sum, one) => sum + one.bytes, 0);
    // Looked at every twenty answers.
    expect(bytes).toBeLessThanOrEqual(50_000_000 + 20 * 2_000_000);
  });

  it('that are too large alone are not kept', async () => {
    await write(({ responses }) => responses.put(responseOf(1, 6_000_000)));
    expect((await write(({ responses }) => responses.find('k1')))?.value).toBeUndefined();
  });

  it('go by age, and all at once', async () => {
    await write(async ({ responses }) => {
      for (const number of [10, 20, 30]) await responses.put(responseOf(number, 5));
      await responses.removeBefore(20);
    });
    expect((await (await connection.open()).getAllKeys('responses')).sort()).toEqual(['k20', 'k30']);
    await write(({ responses }) => responses.clear());
    expect(await (await connection.open()).count('responses')).toBe(0);
  });
});

describe('topics', () => {
  it('keep what a newer sight does not say, and nothing of an older one', async () => {
    const seen = { source: 'tikhub-app-v2', via: '/topic' };
    await write(async ({ topics }) => {
      await topics.merge({ topicId: 't1', name: '咖啡', desc: 'old' }, { ...seen, at: 10 });
      await topics.merge({ topicId: 't1', name: '咖啡店' }, { ...seen, at: 20 });
      await topics.merge({ topicId: 't1', name: 'late', imageUrl: 'https://a.test/' }, { ...seen, at: 5 });
    });
    expect(await findTopic(await connection.open(), 't1')).toEqual({
      topicId: 't1',
      name: '咖啡店',
      desc: 'old',
      imageUrl: 'https://a.test/',
      observed: { ...seen, at: 20 },
      firstSeenAt: 5,
      lastSeenAt: 20,
    });
    await write(({ topics }) => topics.removeUnseenSince(21));
    expect(await findTopic(await connection.open(), 't1')).toBeUndefined();
  });
});
