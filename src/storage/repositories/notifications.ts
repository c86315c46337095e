import { toAuthorKey } from '../../model/author';
import type { StoredNotification } from '../../model/records';
import type { WriteTransaction } from '../database';

/**
 * Messages of the notification page, by the site's own id.
 * Written by: captures when `capture.notifications` is on, forgetting, retention. Read by: pages. Bounded by: what the
 * user opens, and `retentionDays.sightings`.
 */
export interface Notifications {
  merge(seen: Omit<StoredNotification, 'firstSeenAt' | 'lastSeenAt'>, at: number): Promise<void>;
  removeByPerson(authorKey: string): Promise<void>;
  removeOfNotes(noteIds: ReadonlySet<string>): Promise<void>;
  removeUnseenSince(at: number): Promise<number>;
}

export function createNotifications(transaction: WriteTransaction): Notifications {
  const store = transaction.objectStore('notifications');
  const removeWhere = async (isUnwanted: (message: StoredNotification) => boolean): Promise<number> => {
    let removed = 0;
    for await (const cursor of store.iterate()) {
      if (!isUnwanted(cursor.value)) continue;
      await cursor.delete();
      removed += 1;
    }
    return removed;
  };
  return {
    merge: async (seen, at) => {
      const older = await store.get(seen.id);
      const known = Object.fromEntries(Object.entries(seen).filter(([, value]) => value !== undefined));
      await store.put({
        ...older,
        ...(known as typeof seen),
        firstSeenAt: Math.min(older?.firstSeenAt ?? at, at),
        lastSeenAt: Math.max(older?.lastSeenAt ?? at, at),
      });
    },
    removeByPerson: async (authorKey) => {
      await removeWhere(({ from }) => from !== undefined && toAuthorKey(from.id) === authorKey);
    },
    removeOfNotes: async (noteIds) => {
      await removeWhere((message) => message.noteId !== undefined && noteIds.has(message.noteId));
    },
    removeUnseenSince: (at) => removeWhere((message) => message.lastSeenAt < at),
  };
}
