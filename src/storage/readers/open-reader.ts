import { createConnection } from '../database';
import type { StoredDatabase } from '../database';

const connection = createConnection();

/**
 * The database for a page or worker of the extension, which only reads it. One connection a context; call it anew for
 * every reading, since a connection steps aside when the database is deleted or upgraded.
 */
export function openReader(): Promise<StoredDatabase> {
  return connection.open();
}

/** Runs one reading; once more when the connection had been closed from outside meanwhile. */
export function readStored<Value>(read: (database: StoredDatabase) => Promise<Value>): Promise<Value> {
  return connection.read(read);
}
