import type { ActionEntry } from '../../../model/actions/action-entry';
import type { StoredDatabase } from '../../database';

/** What an account has begun since then, oldest first. */
export function listAccountActions(
  database: StoredDatabase,
  viewerId: string,
  since: number,
): Promise<ActionEntry[]> {
  const range = IDBKeyRange.bound([viewerId, since], [viewerId, Infinity]);
  return database.getAllFromIndex('actions', 'account', range);
}
