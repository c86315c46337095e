import type { LedgerEntry } from '../../model/providers/ledger';
import { addPrice } from '../../model/providers/price';
import type { Amounts } from '../../model/providers/price';
import type { LedgerStore } from '../../providers/costs/spent-sums';
import type { DatabaseConnection } from '../../storage/database';
import { readLedger } from '../../storage/readers/providers/list-ledger';
import { createRepositories } from '../../storage/repositories/create-repositories';

/** The ledger on the disk. It says what was spent, and is written whatever the settings are by then. */
export function createLedgerStore(connection: DatabaseConnection): LedgerStore {
  const sum = (entries: readonly LedgerEntry[], from: Amounts = {}): Amounts =>
    entries.reduce((all, { billed, price }) => (billed && price ? addPrice(all, price) : all), from);
  return {
    // Two lines a call, which wait for nobody who stores something else, and nobody for them.
    put: (entry) =>
      connection.write((transaction) => createRepositories(transaction).ledger.put(entry), ['ledger']),
    sumSince: (at) =>
      connection.read(async (database) => {
        let amounts: Amounts = {};
        for await (const batch of readLedger(database, { since: at })) amounts = sum(batch, amounts);
        return amounts;
      }),
    sumJob: (jobId) =>
      connection.read(async (database) => sum(await database.getAllFromIndex('ledger', 'jobId', jobId))),
    countBilledSince: ({ family, keyPrint }, at) =>
      connection.read(async (database) => {
        let count = 0;
        for await (const batch of readLedger(database, { since: at })) {
          count += batch.filter(
            (entry) => entry.billed && entry.family === family && (entry.keyPrint ?? keyPrint) === keyPrint,
          ).length;
        }
        return count;
      }),
  };
}
