import type { ActionEntry } from '../../../model/actions/action-entry';
import type { StoredDatabase } from '../../database';

/** The log of actions, the newest first, at most `limit`. */
export async function listActions(database: StoredDatabase, limit: number): Promise<ActionEntry[]> {
  const index = database.transaction('actions').store.index('at');
  const count = await index.count();
  // All at once where they are few enough: a cursor takes a turn for each.
  if (count <= limit) return (await index.getAll()).reverse();
  const entries: ActionEntry[] = [];
  for await (const cursor of index.iterate(null, 'prev')) {
    if (entries.length >= limit) break;
    entries.push(cursor.value);
  }
  return entries;
}

/** What was begun since then, of every account, oldest first. */
export function listActionsSince(database: StoredDatabase, since: number): Promise<ActionEntry[]> {
  return database.getAllFromIndex('actions', 'at', IDBKeyRange.lowerBound(since));
}
