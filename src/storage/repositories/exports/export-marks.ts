import type { ExportMark } from '../../../model/exports/export-mark';
import { toPrefixRange } from '../../comment-range';
import type { WriteTransaction } from '../../database';

/**
 * Up to where a note has been exported whole in a format, under `[noteId, format]`: the file of what is new begins there.
 * Written by: exports that were saved, forgetting, retention. Read by: exports. Bounded by: one a note and format.
 */
export interface ExportMarks {
  /** An export that began earlier than the one that is marked changes nothing. */
  put(mark: ExportMark): Promise<void>;
  removeOfNote(noteId: string): Promise<void>;
}

export function createExportMarks(transaction: WriteTransaction): ExportMarks {
  const store = transaction.objectStore('exportMarks');
  return {
    put: async (mark) => {
      const before = await store.get([mark.noteId, mark.format]);
      if (!before || before.exportedAt <= mark.exportedAt) await store.put(mark);
    },
    removeOfNote: (noteId) => store.delete(toPrefixRange(noteId)),
  };
}
