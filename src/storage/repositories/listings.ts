import type { StoredListing } from '../../model/records';
import type { WriteTransaction } from '../database';

/** Notes remembered of one list; feeds have no end. */
const MAX_NOTES = 1_000;

/**
 * Lists of notes as pages showed them, under `[kind, key]`: a feed's channel, a search, an author's notes.
 * Written by: captures when the kind's switch is on, forgetting, retention. Read by: pages. Bounded by: 1,000 notes a
 * list, and `retentionDays.sightings`.
 */
export interface Listings {
  /** Puts the notes in front of those known; what is seen again moves to the front. */
  merge(
    seen: { kind: StoredListing['kind']; key: string; noteIds: readonly string[] },
    at: number,
  ): Promise<void>;
  removeNotes(noteIds: ReadonlySet<string>): Promise<void>;
  /** The lists of one person: their notes, their collection. */
  removeByKey(kind: StoredListing['kind'], keyPart: string): Promise<void>;
  removeUnseenSince(at: number): Promise<number>;
}

export function createListings(transaction: WriteTransaction): Listings {
  const store = transaction.objectStore('listings');
  return {
    merge: async (seen, at) => {
      const older = await store.get([seen.kind, seen.key]);
      const noteIds = [...new Set([...seen.noteIds, ...(older?.noteIds ?? [])])].slice(0, MAX_NOTES);
      await store.put({
        kind: seen.kind,
        key: seen.key,
        noteIds,
        firstSeenAt: Math.min(older?.firstSeenAt ?? at, at),
        lastSeenAt: Math.max(older?.lastSeenAt ?? at, at),
      });
    },
    removeNotes: async (removed) => {
      for await (const cursor of store.iterate()) {
        const kept = cursor.value.noteIds.filter((id) => !removed.has(id));
        if (kept.length === cursor.value.noteIds.length) continue;
        await cursor.update({ ...cursor.value, noteIds: kept });
      }
    },
    removeByKey: async (kind, keyPart) => {
      for await (const cursor of store.iterate()) {
        if (cursor.value.kind === kind && cursor.value.key.includes(keyPart)) await cursor.delete();
      }
    },
    removeUnseenSince: async (at) => {
      let removed = 0;
      for await (const cursor of store.iterate()) {
        if (cursor.value.lastSeenAt >= at) continue;
        await cursor.delete();
        removed += 1;
      }
      return removed;
    },
  };
}
