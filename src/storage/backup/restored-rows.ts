import type { BackupStore } from '../../model/backup/backup-file';
import { toPrefixRange } from '../comment-range';
import type { WriteTransaction } from '../database';
import { STORE_NAMES } from '../schema';
import { mergeRow } from './merge-row';
import { toFirstId } from '../readers/providers/list-ledger';
import { findOuterKey, parseRow } from './row-schemas';
import type { StagedPart, StagedRow } from './staging';

/**
 * Rows of a backup, put among what is stored.
 * Written by: restoring. Bounded by: what the backup holds.
 */
export interface RestoredRows {
  /** Merges rows of one store; those that are not understood are left out. Doing it twice changes nothing more. */
  merge(store: BackupStore, rows: readonly StagedRow[]): Promise<void>;
  /**
   * Empties every store, but for the attempts in the ledger and at actions since then: what was spent under today's budgets
   * and caps stays spent.
   */
  clear(kept: { readonly ledgerSince: number }): Promise<void>;
  /** A job with its parts, unless it is stored already: what it does here is neither set back nor added to. */
  addJob(job: StagedRow, parts: readonly StagedPart[]): Promise<void>;
}

/** What is stored under the keys of these rows, which are in their order; nothing is asked one by one where all are new. */
async function findKnown(
  target: { count(range: IDBKeyRange): Promise<number>; get(key: IDBValidKey): Promise<unknown> },
  rows: readonly StagedRow[],
): Promise<readonly unknown[]> {
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (!first || !last || (await target.count(IDBKeyRange.bound(first.key, last.key))) === 0) return [];
  return Promise.all(rows.map(({ key }) => target.get(key)));
}

/** Notes of these comments that have been exported here: what is put in now is in none of those files. */
async function findExported(
  transaction: WriteTransaction,
  store: BackupStore,
  rows: readonly StagedRow[],
): Promise<ReadonlySet<unknown>> {
  if (store !== 'comments') return new Set();
  const noteIds = new Set(rows.flatMap(({ key }) => (Array.isArray(key) ? [String(key[0])] : [])));
  const marks = transaction.objectStore('exportMarks');
  const found = await Promise.all(
    [...noteIds].map(async (id) => ((await marks.count(toPrefixRange(id))) > 0 ? [id] : [])),
  );
  return new Set(found.flat());
}

/** A comment that was not here, or not any more, when its note was exported. */
function isInNoFile(stored: object | undefined, merged: object, exported: ReadonlySet<unknown>): boolean {
  if (!('noteId' in merged && exported.has(merged.noteId))) return false;
  return stored === undefined || ('goneAt' in stored && !('goneAt' in merged));
}

export function createRestoredRows(transaction: WriteTransaction, now: () => number): RestoredRows {
  const restored: RestoredRows = {
    async merge(store, rows) {
      const target = transaction.objectStore(store);
      const known = await findKnown(target as never, rows);
      const exported = await findExported(transaction, store, rows);
      const at = now();
      await Promise.all(
        rows.map(async ({ value }, index) => {
          const row = parseRow(store, value);
          if (!row) return;
          const stored = known[index] as typeof row | undefined;
          const merged = mergeRow(store, stored, row);
          if (isInNoFile(stored, merged, exported)) Object.assign(merged, { storedAt: at });
          await target.put(merged as never, findOuterKey(store, merged) as never);
        }),
      );
    },
    async addJob(job, parts) {
      if (await transaction.objectStore('jobs').getKey(job.key as never)) return;
      await restored.merge('jobs', [job]);
      for (const { store, rows } of parts) await restored.merge(store, rows);
    },
    async clear({ ledgerSince }) {
      for (const store of STORE_NAMES) {
        if (store !== 'ledger' && store !== 'actions') await transaction.objectStore(store).clear();
      }
      await transaction.objectStore('ledger').delete(IDBKeyRange.upperBound(toFirstId(ledgerSince), true));
      const old = IDBKeyRange.upperBound(ledgerSince, true);
      for await (const cursor of transaction.objectStore('actions').index('at').iterate(old)) {
        await cursor.delete();
      }
    },
  };
  return restored;
}
