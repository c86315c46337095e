import type { ViewerNote } from '../../../model/records';
import type { StoredDatabase } from '../../database';

/** What this viewer did with the note (like, favorite, follow), or `undefined` when their page never said. */
export function findViewerNote(
  database: StoredDatabase,
  viewerId: string,
  noteId: string,
): Promise<ViewerNote | undefined> {
  return database.get('viewerNotes', [viewerId, noteId]);
}
