import type { IDBPTransaction } from 'idb';
import type { CommentList } from '../../../model/comment';
import type { Note } from '../../../model/note';
import { toCommentRange, toPrefixRange } from '../../comment-range';
import type { StoredDatabase } from '../../database';
import type { StoredSchema } from '../../schema';
import { toThreadReadings } from '../find-comment-list';

const BATCH = 200;
const STORES = ['notes', 'commentLists', 'commentThreads', 'comments'] as const;

/**
 * A note with how far its comments were read, and how many of them are stored. Of the threads of its list are only those
 * here of which more follow, or were broken off.
 */
export interface NoteWithComments {
  readonly note: Note;
  readonly list: CommentList | undefined;
  readonly stored: number;
}

/** All stored notes in batches, in the order of their ids. Comments are counted, not read. */
export async function* readNotes(
  database: StoredDatabase,
): AsyncGenerator<NoteWithComments[], void, undefined> {
  let after: string | undefined;
  for (;;) {
    const transaction = database.transaction(STORES);
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const notes = await transaction.objectStore('notes').getAll(range, BATCH);
    const found = await Promise.all(
      notes.map(async (note) => ({ note, ...(await readList(transaction, note.noteId)) })),
    );
    if (found.length > 0) yield found;
    if (notes.length < BATCH) return;
    after = notes[BATCH - 1]?.noteId;
  }
}

/** One of them, or `undefined` when the note is not stored. */
export async function findNoteWithComments(
  database: StoredDatabase,
  noteId: string,
): Promise<NoteWithComments | undefined> {
  const transaction = database.transaction(STORES);
  const [note, read] = await Promise.all([
    transaction.objectStore('notes').get(noteId),
    readList(transaction, noteId),
  ]);
  return note && { note, ...read };
}

async function readList(
  transaction: IDBPTransaction<StoredSchema, [...typeof STORES]>,
  noteId: string,
): Promise<Pick<NoteWithComments, 'list' | 'stored'>> {
  const [list, open, stored] = await Promise.all([
    transaction.objectStore('commentLists').get(noteId),
    transaction.objectStore('commentThreads').index('open').getAll(toPrefixRange(noteId)),
    transaction.objectStore('comments').count(toCommentRange(noteId)),
  ]);
  return { list: list && { ...list, threads: toThreadReadings(open) }, stored };
}
