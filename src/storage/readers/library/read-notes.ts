import type { CommentList } from '../../../model/comment';
import type { Note } from '../../../model/note';
import { toCommentRange } from '../../comment-range';
import type { StoredDatabase } from '../../database';

const BATCH = 200;

/** A note with how far its comments were read, and how many of them are stored. */
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
    const transaction = database.transaction(['notes', 'commentLists', 'comments']);
    const range = after === undefined ? null : IDBKeyRange.lowerBound(after, true);
    const notes = await transaction.objectStore('notes').getAll(range, BATCH);
    const found = await Promise.all(
      notes.map(async (note) => {
        const [list, stored] = await Promise.all([
          transaction.objectStore('commentLists').get(note.noteId),
          transaction.objectStore('comments').count(toCommentRange(note.noteId)),
        ]);
        return { note, list, stored };
      }),
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
  const transaction = database.transaction(['notes', 'commentLists', 'comments']);
  const [note, list, stored] = await Promise.all([
    transaction.objectStore('notes').get(noteId),
    transaction.objectStore('commentLists').get(noteId),
    transaction.objectStore('comments').count(toCommentRange(noteId)),
  ]);
  return note && { note, list, stored };
}
