import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { sumSpent } from '../../../../src/background/jobs/sum-spent';
import type { LedgerEntry } from '../../../../src/model/providers/ledger';
import { createConnection } from '../../../../src/storage/database';

const entry = (entryId: string, runId: string, over: Partial<LedgerEntry> = {}) =>
  ({
    entryId,
    at: 1,
    runId,
    jobId: 'job-1',
    family: 'tikhub',
    provider: 'tikhub-app-v2',
    operation: 'note.comments',
    endpoint: '/invented',
    durationMs: 1,
    outcome: 'ok',
    billed: true,
    price: { currency: 'USD', amount: 0.25 },
    ...over,
  }) as LedgerEntry;

it('counts what a job was charged for, and leaves out the runs that will tell it themselves', async () => {
  const connection = createConnection(`spent-${crypto.randomUUID()}`);
  const database = await connection.open();
  for (const one of [
    entry('1', 'over'),
    entry('2', 'failed', { outcome: 'network', billed: false }),
    entry('3', 'under-way', { outcome: 'cancelled' }),
    entry('4', 'other', { jobId: 'job-2' }),
  ]) {
    await database.put('ledger', one);
  }
  expect(await sumSpent(connection, 'job-1')).toEqual({
    billedCalls: 2,
    cost: { USD: 0.5 },
    hasUnknownPrice: false,
  });
  expect(await sumSpent(connection, 'job-1', new Set(['under-way']))).toMatchObject({
    billedCalls: 1,
    cost: { USD: 0.25 },
  });
});
