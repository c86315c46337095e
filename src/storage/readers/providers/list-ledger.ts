import type { LedgerEntry } from '../../../model/providers/ledger';
import type { StoredDatabase } from '../../database';

/** Which attempts; times are epoch ms, `until` not included. */
export interface LedgerSpan {
  readonly since?: number;
  readonly until?: number;
}

/** Attempts, the newest first, at most `limit`; those before the entry `before` when that is given. */
export async function listLedger(
  database: StoredDatabase,
  options: { readonly limit: number; readonly before?: string },
): Promise<LedgerEntry[]> {
  const range = options.before === undefined ? null : IDBKeyRange.upperBound(options.before, true);
  const entries: LedgerEntry[] = [];
  for await (const cursor of database.transaction('ledger').store.iterate(range, 'prev')) {
    if (entries.length >= options.limit) break;
    entries.push(cursor.value);
  }
  return entries;
}

const BATCH = 2_000;

/** All attempts of a span in batches, the oldest first. Memory holds one batch. */
export async function* readLedger(
  database: StoredDatabase,
  { since = 0, until = Infinity }: LedgerSpan = {},
): AsyncGenerator<LedgerEntry[], void, undefined> {
  let range = IDBKeyRange.lowerBound(toFirstId(since));
  for (;;) {
    const batch = await database.getAll('ledger', range, BATCH);
    const within = batch.filter(({ at }) => at >= since && at < until);
    if (within.length > 0) yield within;
    const last = batch.at(-1);
    if (batch.length < BATCH || !last || last.at >= until) return;
    range = IDBKeyRange.lowerBound(last.entryId, true);
  }
}

/** Ids begin with the time, so all that were made since lie behind it. */
export const toFirstId = (at: number): string => String(Math.max(0, Math.floor(at))).padStart(13, '0');
