import type { NoteSnapshot } from '../../../model/note';
import type { StoredDatabase } from '../../database';
import { toPrefixRange } from '../../comment-range';

/** A note's counts over time, oldest first. */
export function findSnapshots(database: StoredDatabase, noteId: string): Promise<NoteSnapshot[]> {
  return database.getAll('snapshots', toPrefixRange(noteId));
}
