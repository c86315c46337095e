import type { ActionEntry } from '../../../model/actions/action-entry';
import type { StoredDatabase } from '../../database';

/** The log of actions, the newest first, at most `limit`. */
export async function listActions(database: StoredDatabase, limit: number): Promise<ActionEntry[]> {
  const entries: ActionEntry[] = [];
  for await (const cursor of database.transaction('actions').store.index('at').iterate(null, 'prev')) {
    if (entries.length >= limit) break;
    entries.push(cursor.value);
  }
  return entries;
}
