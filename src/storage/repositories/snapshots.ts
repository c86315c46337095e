import type { NoteCounts, NoteSnapshot } from '../../model/note';
import type { Observation } from '../../model/values/observation';
import { toPrefixRange } from '../comment-range';
import type { WriteTransaction } from '../database';

/** Unchanged counts are written down again after this long, so that a chart shows that they stood still. */
const REPEAT_AFTER_MS = 3_600_000;

/**
 * A note's counts over time, under `[noteId, at]`, as the source showed them.
 * Written by: captures that carry counts, forgetting, retention. Read by: trends and charts. Bounded by: one per change
 * or hour in which the note is seen, and the retention of their notes.
 */
export interface Snapshots {
  append(noteId: string, counts: NoteCounts, observation: Observation): Promise<boolean>;
  removeOfNote(noteId: string): Promise<void>;
  /** Removes what is older than `at`, of all notes. */
  removeBefore(at: number): Promise<void>;
}

export function createSnapshots(transaction: WriteTransaction): Snapshots {
  const store = transaction.objectStore('snapshots');
  return {
    append: async (noteId, counts, { at, source }) => {
      if (Object.values(counts).every((count) => count === undefined)) return false;
      const last = await store.openCursor(toPrefixRange(noteId), 'prev');
      if (last && at < last.value.at + REPEAT_AFTER_MS && !differs(last.value, counts)) return false;
      await store.put({ noteId, at, source, counts });
      return true;
    },
    removeOfNote: (noteId) => store.delete(toPrefixRange(noteId)),
    removeBefore: async (at) => {
      for await (const cursor of store.iterate()) {
        if (cursor.value.at < at) await cursor.delete();
      }
    },
  };
}

/** A count that is shown now and was not, or was another one; what is not shown now says nothing. */
function differs(last: NoteSnapshot, counts: NoteCounts): boolean {
  const names = ['likes', 'collects', 'comments', 'shares'] as const;
  return names.some((name) => counts[name] !== undefined && counts[name].raw !== last.counts[name]?.raw);
}
