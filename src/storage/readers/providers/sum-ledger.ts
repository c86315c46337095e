import { addPrice } from '../../../model/providers/price';
import type { Amounts } from '../../../model/providers/price';
import type { LedgerEntry } from '../../../model/providers/ledger';
import type { StoredDatabase } from '../../database';
import { readLedger } from './list-ledger';
import type { LedgerSpan } from './list-ledger';

export type LedgerGrouping = 'day' | 'provider' | 'operation' | 'job';

/** What a group of attempts came to. */
export interface LedgerSum {
  /** `2026-11-05` (local time), a series, an operation, a job; empty for what served no job. */
  readonly group: string;
  /** Attempts that reached a vendor. */
  readonly calls: number;
  readonly billedCalls: number;
  readonly failedCalls: number;
  /** Questions that were answered without a call, or by one that is free. */
  readonly cachedAnswers: number;
  readonly cost: Amounts;
  /** Charged for, at a price that nobody knows: not in `cost`. */
  readonly unpricedCalls: number;
}

/** The attempts of a span, summed up by what is asked for; days in their order, others by name. */
export async function sumLedger(
  database: StoredDatabase,
  grouping: LedgerGrouping,
  span: LedgerSpan = {},
): Promise<LedgerSum[]> {
  const sums = new Map<string, LedgerSum>();
  for await (const batch of readLedger(database, span)) {
    for (const entry of batch) {
      const group = toGroup(entry, grouping);
      sums.set(group, addEntry(sums.get(group) ?? toEmptySum(group), entry));
    }
  }
  return [...sums.values()].sort((a, b) => (a.group < b.group ? -1 : 1));
}

const toEmptySum = (group: string): LedgerSum => ({
  group,
  calls: 0,
  billedCalls: 0,
  failedCalls: 0,
  cachedAnswers: 0,
  cost: {},
  unpricedCalls: 0,
});

function addEntry(sum: LedgerSum, entry: LedgerEntry): LedgerSum {
  const isCached = entry.cached !== undefined;
  const { price, billed } = entry;
  return {
    group: sum.group,
    calls: sum.calls + (isCached ? 0 : 1),
    billedCalls: sum.billedCalls + (billed ? 1 : 0),
    failedCalls: sum.failedCalls + (entry.outcome === 'ok' ? 0 : 1),
    cachedAnswers: sum.cachedAnswers + (isCached && entry.outcome === 'ok' ? 1 : 0),
    cost: billed && price ? addPrice(sum.cost, price) : sum.cost,
    unpricedCalls: sum.unpricedCalls + (billed && !price ? 1 : 0),
  };
}

function toGroup(entry: LedgerEntry, grouping: LedgerGrouping): string {
  if (grouping === 'provider') return entry.provider;
  if (grouping === 'operation') return entry.operation;
  if (grouping === 'job') return entry.jobId ?? '';
  const day = new Date(entry.at);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${day.getFullYear()}-${pad(day.getMonth() + 1)}-${pad(day.getDate())}`;
}
