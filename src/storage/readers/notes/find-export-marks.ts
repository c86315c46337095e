import type { ExportMark } from '../../../model/exports/export-mark';
import type { StoredDatabase } from '../../database';

/** Up to where these notes were exported whole in that format; those that never were are left out. */
export async function findExportMarks(
  database: StoredDatabase,
  noteIds: readonly string[],
  format: string,
): Promise<ExportMark[]> {
  const transaction = database.transaction('exportMarks');
  const marks = await Promise.all(noteIds.map((noteId) => transaction.store.get([noteId, format])));
  return marks.filter((mark) => mark !== undefined);
}
