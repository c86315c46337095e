import type { StoredTopic } from '../../../model/providers/topic-page';
import type { StoredDatabase } from '../../database';

/** A topic's page as it was last saved, or `undefined`. */
export function findTopic(database: StoredDatabase, topicId: string): Promise<StoredTopic | undefined> {
  return database.get('topics', topicId);
}
