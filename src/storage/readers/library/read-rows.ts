import type { BackupStore } from '../../../model/backup/backup-file';
import type { StoredDatabase } from '../../database';

const BATCH = 1_000;

/** A record with its key. */
export interface KeyedRow {
  readonly key: IDBValidKey;
  readonly value: object;
}

/** Every record of a store in batches, in the order of their keys. */
export async function* readRows(
  database: StoredDatabase,
  store: BackupStore,
): AsyncGenerator<KeyedRow[], void, undefined> {
  let after: IDBValidKey | undefined;
  for (;;) {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const transaction = database.transaction(store);
    const [keys, values] = await Promise.all([
      transaction.store.getAllKeys(range, BATCH),
      transaction.store.getAll(range, BATCH),
    ]);
    const rows = keys.flatMap((key, index) => {
      const value = values[index];
      return value === undefined ? [] : [{ key, value }];
    });
    if (rows.length > 0) yield rows;
    if (keys.length < BATCH) return;
    after = keys[keys.length - 1];
  }
}
