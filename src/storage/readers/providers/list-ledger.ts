import type { LedgerEntry } from '../../../model/providers/ledger';
import type { StoredDatabase } from '../../database';

/** Which attempts; times are epoch ms, `until` not included. */
export interface LedgerSpan {
  readonly since?: number;
  readonly until?: number;
}

/** Which attempts are wanted; what is absent narrows nothing down. */
export interface LedgerFilter {
  readonly provider?: LedgerEntry['provider'] | undefined;
  readonly operation?: LedgerEntry['operation'] | undefined;
  readonly outcome?: 'ok' | 'failed' | undefined;
}

export interface LedgerListing extends LedgerFilter {
  readonly limit: number;
  /** Only those before this entry. */
  readonly before?: string;
}

/** Attempts that the filter lets through, of the whole ledger, the newest first, at most `limit`. */
export async function listLedger(database: StoredDatabase, options: LedgerListing): Promise<LedgerEntry[]> {
  const range = options.before === undefined ? null : IDBKeyRange.upperBound(options.before, true);
  const entries: LedgerEntry[] = [];
  for await (const cursor of database.transaction('ledger').store.iterate(range, 'prev')) {
    if (entries.length >= options.limit) break;
    if (isWanted(cursor.value, options)) entries.push(cursor.value);
  }
  return entries;
}

function isWanted(entry: LedgerEntry, { provider, operation, outcome }: LedgerFilter): boolean {
  return (
    (provider === undefined || entry.provider === provider) &&
    (operation === undefined || entry.operation === operation) &&
    (outcome === undefined || (entry.outcome === 'ok') === (outcome === 'ok'))
  );
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
