import type { ViewerNote } from '../../model/records';
import type { WriteTransaction } from '../database';

/**
 * What each viewer did with a note, under `[viewerId, noteId]`: two accounts in one browser do not mix.
 * Written by: captures of a logged-in page, forgetting, retention. Read by: pages. Bounded by: notes × accounts.
 */
export interface ViewerNotes {
  merge(seen: ViewerNote): Promise<void>;
  removeOfNotes(noteIds: ReadonlySet<string>): Promise<void>;
  /** What this person did, should they have looked with this browser. */
  removeOfViewer(viewerId: string): Promise<void>;
}

export function createViewerNotes(transaction: WriteTransaction): ViewerNotes {
  const store = transaction.objectStore('viewerNotes');
  return {
    merge: async (seen) => {
      const older = await store.get([seen.viewerId, seen.noteId]);
      if (!older) return void (await store.put(seen));
      const [first, second] = seen.seenAt >= older.seenAt ? [seen, older] : [older, seen];
      const liked = first.liked ?? second.liked;
      const collected = first.collected ?? second.collected;
      const followed = first.followed ?? second.followed;
      await store.put({
        viewerId: seen.viewerId,
        noteId: seen.noteId,
        ...(liked === undefined ? {} : { liked }),
        ...(collected === undefined ? {} : { collected }),
        ...(followed === undefined ? {} : { followed }),
        seenAt: first.seenAt,
      });
    },
    removeOfNotes: async (noteIds) => {
      const keys = await store.getAllKeys();
      for (const key of keys) if (noteIds.has(key[1])) await store.delete(key);
    },
    // A list is behind every string: all keys that begin with the viewer.
    removeOfViewer: (viewerId) => store.delete(IDBKeyRange.bound([viewerId], [viewerId, []])),
  };
}
