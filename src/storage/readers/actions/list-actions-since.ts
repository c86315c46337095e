import type { ActionEntry } from '../../../model/actions/action-entry';
import type { StoredDatabase } from '../../database';

/** What all accounts have begun since then, oldest first. */
export const listActionsSince = (database: StoredDatabase, since: number): Promise<ActionEntry[]> =>
  database.getAllFromIndex('actions', 'at', IDBKeyRange.lowerBound(since));
