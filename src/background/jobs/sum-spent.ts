import type { Spent } from '../../jobs/take-stock';
import { addPrice } from '../../model/providers/price';
import type { DatabaseConnection } from '../../storage/database';

/**
 * What the ledger says that a job has cost: every attempt that was charged for, also those that failed; `without`: runs that are
 * left out.
 */
export const sumSpent = (
  connection: DatabaseConnection,
  jobId: string,
  without: ReadonlySet<string> = new Set(),
): Promise<Spent> =>
  connection.read(async (database) => {
    const entries = await database.getAllFromIndex('ledger', 'jobId', jobId);
    return entries.reduce<Spent>(
      (sum, { billed, price, runId }) =>
        billed && !without.has(runId)
          ? {
              billedCalls: sum.billedCalls + 1,
              cost: price ? addPrice(sum.cost, price) : sum.cost,
              hasUnknownPrice: sum.hasUnknownPrice || !price,
            }
          : sum,
      { billedCalls: 0, cost: {}, hasUnknownPrice: false },
    );
  });
