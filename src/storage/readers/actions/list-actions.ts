import type { ActionEntry } from '../../../model/actions/action-entry';
import type { StoredDatabase } from '../../database';

/** The log of actions, the newest first, at most `limit`; not what it was emptied of. */
export async function listActions(database: StoredDatabase, limit: number): Promise<ActionEntry[]> {
  const index = database.transaction('actions').store.index('at');
  const count = await index.count();
  // All at once where they are few enough: a cursor takes a turn for each.
  if (count <= limit) return (await index.getAll()).filter(isListed).reverse();
  const entries: ActionEntry[] = [];
  for await (const cursor of index.iterate(null, 'prev')) {
    if (entries.length >= limit) break;
    if (isListed(cursor.value)) entries.push(cursor.value);
  }
  return entries;
}

const isListed = ({ isEmptied }: ActionEntry): boolean => isEmptied !== true;

/** What was begun since then, of every account, oldest first. */
export function listActionsSince(database: StoredDatabase, since: number): Promise<ActionEntry[]> {
  return database.getAllFromIndex('actions', 'at', IDBKeyRange.lowerBound(since));
}
