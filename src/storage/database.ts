import { deleteDB, openDB } from 'idb';
import type { IDBPDatabase, IDBPTransaction } from 'idb';
import { AppError } from '../model/errors';
import type { DiskGuard } from './disk/disk-guard';
import { migrate } from './migrations';
import { DATABASE_NAME, DATABASE_VERSION, STORE_NAMES } from './schema';
import type { StoredSchema, StoreName } from './schema';
import { findStorageError, isClosed } from './storage-errors';

export type StoredDatabase = IDBPDatabase<StoredSchema>;
export type WriteTransaction = IDBPTransaction<StoredSchema, StoreName[], 'readwrite'>;

/** One connection to the database, opened when first needed and again after it was closed from outside. */
export interface DatabaseConnection {
  /** The open database. Fails with `database-blocked` while another page keeps an older version open. */
  open(): Promise<StoredDatabase>;
  /** Runs `read` on the open database; once more when the connection turns out to have been closed meanwhile. */
  read<Value>(read: (database: StoredDatabase) => Promise<Value>): Promise<Value>;
  /**
   * Runs `write` in ONE transaction over all stores, or those named: either all of it is stored, or nothing. Transactions
   * without a store in common wait for each other in nothing. `write` may await only what it does with the transaction.
   * Fails with `storage-full` or `database-blocked`.
   */
  write<Value>(
    write: (transaction: WriteTransaction) => Promise<Value>,
    stores?: readonly StoreName[],
  ): Promise<Value>;
  /** Fails with `storage-full` unless the disk has room for a good many rows; see `disk/disk-guard`. */
  demandRoom(): Promise<void>;
  /** Closes and deletes the whole database; the next use makes an empty one. */
  destroy(): Promise<void>;
  close(): Promise<void>;
}

/** Of a page that only reads, and where nobody can tell how full the disk is. */
const NO_GUARD: DiskGuard = { demandRoom: () => Promise.resolve(), run: (write) => write() };

/**
 * A connection steps aside as soon as another context wants to upgrade or delete the database, so nobody is blocked
 * by a forgotten page; the next use opens it again. Whoever writes does so under a guard of the disk.
 */
export function createConnection(
  name: string = DATABASE_NAME,
  { demandRoom, run }: DiskGuard = NO_GUARD,
): DatabaseConnection {
  let opened: Promise<StoredDatabase> | undefined;

  const open = (): Promise<StoredDatabase> => {
    if (opened) return opened;
    const attempt = openStored(name, () => {
      if (opened === attempt) opened = undefined;
    });
    opened = attempt;
    attempt.catch(() => {
      // The caller gets the failure; here it only means that the next call must try anew.
      if (opened === attempt) opened = undefined;
    });
    return attempt;
  };

  const retryWhenClosed = async <Value>(
    use: (database: StoredDatabase) => Promise<Value>,
  ): Promise<Value> => {
    try {
      return await use(await open());
    } catch (thrown) {
      if (!isClosed(thrown)) throw await findStorageError(thrown);
      opened = undefined;
    }
    try {
      return await use(await open());
    } catch (thrown) {
      throw await findStorageError(thrown);
    }
  };

  const close = async () => {
    const closing = opened;
    opened = undefined;
    // A connection that could not be opened needs no closing.
    await closing?.then((database) => database.close()).catch(() => undefined);
  };

  return {
    open,
    read: retryWhenClosed,
    write: (write, stores = STORE_NAMES) =>
      run(() => retryWhenClosed((database) => runInTransaction(database, stores, write))),
    demandRoom,
    destroy: async () => {
      await close();
      await deleteDB(name).catch(async (thrown: unknown) => Promise.reject(await findStorageError(thrown)));
    },
    close,
  };
}

async function openStored(name: string, onClosed: () => void): Promise<StoredDatabase> {
  let refuse: (reason: AppError) => void = () => undefined;
  const blocked = new Promise<never>((_resolve, reject) => {
    refuse = reject;
  });
  let upgrading: ReturnType<typeof migrate> | undefined;
  const opening = openDB<StoredSchema>(name, DATABASE_VERSION, {
    upgrade: (database, oldVersion, newVersion, transaction) => {
      upgrading = migrate(database, transaction, {
        from: oldVersion,
        to: newVersion ?? DATABASE_VERSION,
      });
    },
    blocked: () => refuse(new AppError('database-blocked', { retryable: true })),
    blocking: (_current, _wanted, event) => {
      onClosed();
      (event.target as IDBDatabase).close();
    },
    terminated: onClosed,
  });
  try {
    return await Promise.race([opening, blocked]);
  } catch (thrown) {
    // Should the blocked request come through later, nobody would own its connection.
    opening.then((database) => database.close()).catch(() => undefined);
    throw await findStorageError((await upgrading)?.failure ?? thrown);
  }
}

async function runInTransaction<Value>(
  database: StoredDatabase,
  stores: readonly StoreName[],
  write: (transaction: WriteTransaction) => Promise<Value>,
): Promise<Value> {
  const transaction = database.transaction([...stores], 'readwrite');
  try {
    const value = await write(transaction);
    await transaction.done;
    return value;
  } catch (thrown) {
    // `done` rejects with the abort; the reason is what was thrown, or the transaction's own error (quota).
    transaction.done.catch(() => undefined);
    try {
      transaction.abort();
    } catch (alreadyOver) {
      if (!isClosed(alreadyOver)) throw alreadyOver;
    }
    throw transaction.error ?? thrown;
  }
}
