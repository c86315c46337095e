import { omitUndefined } from '../../../lib/omit-undefined';
import type { StoredTopic, TopicPage } from '../../../model/providers/topic-page';
import type { Observation } from '../../../model/values/observation';
import type { WriteTransaction } from '../../database';

/**
 * Topics' own pages, by the page's id. The newest sight wins; what it does not say stays.
 * Written by: saving to the library, forgetting, retention. Read by: pages. Bounded by: what the user saves, and
 * `retentionDays.sightings`.
 */
export interface Topics {
  merge(seen: TopicPage, observation: Observation): Promise<StoredTopic>;
  remove(topicId: string): Promise<void>;
  removeUnseenSince(at: number): Promise<number>;
}

export function createTopics(transaction: WriteTransaction): Topics {
  const store = transaction.objectStore('topics');
  return {
    merge: async (seen, observation) => {
      const older = await store.get(seen.topicId);
      const isNewer = !older || observation.at >= older.observed.at;
      const topic: StoredTopic = {
        ...(isNewer ? { ...older, ...omitUndefined(seen) } : { ...omitUndefined(seen), ...older }),
        observed: isNewer ? observation : older.observed,
        firstSeenAt: Math.min(older?.firstSeenAt ?? observation.at, observation.at),
        lastSeenAt: Math.max(older?.lastSeenAt ?? observation.at, observation.at),
      };
      await store.put(topic);
      return topic;
    },
    remove: (topicId) => store.delete(topicId),
    removeUnseenSince: async (at) => {
      const keys = await store.index('lastSeenAt').getAllKeys(IDBKeyRange.upperBound(at, true));
      for (const key of keys) await store.delete(key);
      return keys.length;
    },
  };
}
