import type { StoredTopic } from '../../../model/providers/topic-page';
import type { StoredDatabase } from '../../database';

/** Topics whose page was saved, the last seen first; at most `limit`. */
export async function listTopics(database: StoredDatabase, limit: number): Promise<StoredTopic[]> {
  const topics: StoredTopic[] = [];
  const index = database.transaction('topics').store.index('lastSeenAt');
  for await (const cursor of index.iterate(null, 'prev')) {
    if (topics.length >= limit) break;
    topics.push(cursor.value);
  }
  return topics;
}
