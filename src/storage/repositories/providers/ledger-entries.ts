import type { LedgerEntry } from '../../../model/providers/ledger';
import type { WriteTransaction } from '../../database';

/** Far more than a day of collecting makes; the oldest go first. */
const MAX_ENTRIES = 100_000;
/** Looked at for their number only so often: counting is cheap, and a few more do no harm. */
const CHECK_EVERY = 50;

/**
 * Every attempt to ask a provider, under its `entryId`, which sorts by time. Holds no key, no token, no text of an
 * answer: a person who is forgotten was never in it.
 * Written by: the gateway's ledger, everything.delete. Read by: the options, the library, the sums of budgets. Bounded
 * by: 100,000 attempts.
 */
export interface LedgerEntries {
  put(entry: LedgerEntry): Promise<void>;
}

let sinceCheck = CHECK_EVERY;

export function createLedgerEntries(transaction: WriteTransaction): LedgerEntries {
  const store = transaction.objectStore('ledger');
  return {
    put: async (entry) => {
      await store.put(entry);
      sinceCheck += 1;
      if (sinceCheck < CHECK_EVERY) return;
      sinceCheck = 0;
      const surplus = (await store.count()) - MAX_ENTRIES;
      if (surplus <= 0) return;
      const [last] = (await store.getAllKeys(null, surplus)).slice(-1);
      if (last !== undefined) await store.delete(IDBKeyRange.upperBound(last));
    },
  };
}
