import type { ActionEntry } from '../../../model/actions/action-entry';
import type { StoredDatabase } from '../../database';

/** Everything that was begun on a note, in no order. */
export function listNoteActions(database: StoredDatabase, noteId: string): Promise<ActionEntry[]> {
  return database.getAllFromIndex('actions', 'noteId', noteId);
}
