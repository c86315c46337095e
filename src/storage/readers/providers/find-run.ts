import type { LedgerEntry } from '../../../model/providers/ledger';
import type { StoredDatabase } from '../../database';

/** The attempts that served one question, in the order in which they were made. */
export function findRun(database: StoredDatabase, runId: string): Promise<LedgerEntry[]> {
  return database.getAllFromIndex('ledger', 'runId', runId);
}
