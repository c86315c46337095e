import { deleteDB, openDB } from 'idb';
import { DATABASE_NAME } from '../schema';

const SCRATCH = `${DATABASE_NAME}-scratch`;
/** Larger ones are kept as files beside the database, and would not be in its log. */
const PIECE_BYTES = 32 * 1024;
/** A little over 4 MB, with which Chromium ends a log (measured, Chromium 156, 2026-11: with 5 MB, in 70 ms). */
const PIECES = 160;

/**
 * Has the browser put what is in its log into a table, and begin a new log: all databases of an extension share one in
 * Chromium, so rows of a database that is deleted again push it out. Half a record in the old log is gone with it.
 */
export async function renewLog(): Promise<void> {
  const database = await openDB<{ pieces: { key: number; value: Uint8Array } }>(SCRATCH, 1, {
    upgrade: (created) => void created.createObjectStore('pieces'),
  });
  try {
    const transaction = database.transaction('pieces', 'readwrite');
    // What stands in the way of one of them ends the transaction, which says so.
    for (let key = 0; key < PIECES; key += 1)
      void transaction.store.put(toPiece(), key).catch(() => undefined);
    await transaction.done;
  } finally {
    database.close();
    await deleteDB(SCRATCH);
  }
}

/** What cannot be packed. */
const toPiece = (): Uint8Array => crypto.getRandomValues(new Uint8Array(PIECE_BYTES));
