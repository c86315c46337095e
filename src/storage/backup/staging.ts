import { deleteDB, openDB } from 'idb';
import type { IDBPDatabase } from 'idb';
import { AppError } from '../../model/errors';
import { BACKUP_STORES } from '../../model/backup/backup-file';
import type { BackupRow, BackupStore } from '../../model/backup/backup-file';
import { toPrefixRange } from '../comment-range';
import { demandDiskRoom } from '../../platform/disk-room';
import { RESERVE } from '../disk/disk-guard';
import { migrate } from '../migrations';
import { DATABASE_NAME, DATABASE_VERSION } from '../schema';
import { findStorageError, toStorageError } from '../storage-errors';
import { parseRow } from './row-schemas';

/** Where a backup is unpacked before anything that is stored is touched. */
export const STAGING_NAME = `${DATABASE_NAME}-restoring`;
/** Rows read at a time. */
const BATCH = 1_000;

/** A row with its key, as the staging area has it. */
export interface StagedRow {
  readonly key: IDBValidKey;
  readonly value: unknown;
}

/**
 * The staging area, as it was in the version that wrote the backup; empty. Rows put into it are brought to this version
 * by `finishStaging`, on the very way a stored database is.
 */
export async function openStaging(version: number): Promise<Staging> {
  await dropStaging();
  const database = await openAt(version);
  const stores = new Set<string>(database.objectStoreNames);
  return {
    async put(rows) {
      await demandRoom();
      const transaction = database.transaction([...stores], 'readwrite', { durability: 'relaxed' });
      // Its reason is told below, or was thrown by the row that caused it.
      transaction.done.catch(() => undefined);
      try {
        for (const [store, value, key] of rows) {
          if (!stores.has(store)) throw new AppError('backup-damaged', { details: { reason: 'store' } });
          transaction
            .objectStore(store)
            .put(value, key)
            .catch(() => undefined);
        }
        await transaction.done;
      } catch (thrown) {
        throw toRowError(thrown);
      }
    },
    async finish() {
      database.close();
      (await openAt(DATABASE_VERSION)).close();
    },
    close: () => database.close(),
  };
}

export interface Staging {
  /** Stores them together, or none. `backup-damaged`: they are no rows of that version. `storage-full`. */
  put(rows: readonly BackupRow[]): Promise<void>;
  /** Everything is in: brings it to the version of now. */
  finish(): Promise<void>;
  close(): void;
}

/** Removes the staging area; that there is none is no error. */
export async function dropStaging(): Promise<void> {
  await deleteDB(STAGING_NAME);
}

/** Whether a backup is unpacked. */
export async function hasStaging(): Promise<boolean> {
  return (await indexedDB.databases()).some(({ name }) => name === STAGING_NAME);
}

/** Rows behind `after` of one store, at most a thousand, in the order of their keys. */
export async function readStaged(
  store: BackupStore,
  after?: IDBValidKey,
): Promise<{ readonly rows: readonly StagedRow[]; readonly isLast: boolean }> {
  const database = await openAt(DATABASE_VERSION);
  try {
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const transaction = database.transaction(store);
    const [keys, values] = await Promise.all([
      transaction.store.getAllKeys(range, BATCH),
      transaction.store.getAll(range, BATCH),
    ]);
    return { rows: keys.map((key, index) => ({ key, value: values[index] })), isLast: keys.length < BATCH };
  } finally {
    database.close();
  }
}

/** What belongs to a job, and comes with it. */
export const JOB_PARTS = ['jobItems', 'jobLog'] as const satisfies readonly BackupStore[];

/** Rows of one of those stores. */
export interface StagedPart {
  readonly store: (typeof JOB_PARTS)[number];
  readonly rows: readonly StagedRow[];
}

/** The items of a job and its log. */
export async function readJobParts(jobId: string): Promise<readonly StagedPart[]> {
  const database = await openAt(DATABASE_VERSION);
  try {
    const read = async (store: StagedPart['store']): Promise<StagedPart> => {
      const transaction = database.transaction(store);
      const range = toPrefixRange(jobId);
      const [keys, values] = await Promise.all([
        transaction.store.getAllKeys(range),
        transaction.store.getAll(range),
      ]);
      return { store, rows: keys.map((key, index) => ({ key, value: values[index] as unknown })) };
    };
    return await Promise.all(JOB_PARTS.map(read));
  } finally {
    database.close();
  }
}

/** Rows by store, and how many of all of them are not understood. */
export async function checkStaged(
  onChecked: (rows: number) => void,
): Promise<{ readonly stores: Record<string, number>; readonly skipped: number }> {
  const stores: Record<string, number> = {};
  let skipped = 0;
  let checked = 0;
  for (const store of BACKUP_STORES) {
    let after: IDBValidKey | undefined;
    for (;;) {
      const { rows, isLast } = await readStaged(store, after);
      const known = rows.filter(({ value }) => parseRow(store, value) !== undefined).length;
      skipped += rows.length - known;
      if (known > 0) stores[store] = (stores[store] ?? 0) + known;
      onChecked((checked += rows.length));
      if (isLast) break;
      after = rows[rows.length - 1]?.key;
    }
  }
  return { stores, skipped };
}

/** Stops before the disk is full to the last byte; see `platform/disk-room`. */
const demandRoom = () =>
  demandDiskRoom(RESERVE).catch((thrown: unknown) => Promise.reject(toStorageError(thrown) as Error));

async function openAt(version: number): Promise<IDBPDatabase> {
  let upgrading: ReturnType<typeof migrate> | undefined;
  try {
    return await openDB(STAGING_NAME, version, {
      upgrade: (database, from, to, transaction) => {
        upgrading = migrate(database as never, transaction as never, { from, to: to ?? version });
      },
      blocking: (_current, _wanted, event) => (event.target as IDBDatabase).close(),
    });
  } catch (thrown) {
    throw await findStorageError((await upgrading)?.failure ?? thrown);
  }
}

/** A key that is missing or no key says that the row is none of that store. */
function toRowError(thrown: unknown): unknown {
  const isRefused = thrown instanceof Error && thrown.name === 'DataError';
  return isRefused ? new AppError('backup-damaged', { details: { reason: 'key' } }) : toStorageError(thrown);
}
