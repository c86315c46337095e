import { findNoteWithComments, readNotes } from '../../../storage/readers/library/read-notes';
import { openReader, readStored } from '../../../storage/readers/open-reader';
import type { NotesSource } from './create-notes-view';

/** A source that reads what is stored. */
export function createStoredNotes(): NotesSource {
  return {
    async *readAll() {
      yield* readNotes(await openReader());
    },
    find: (noteId) => readStored((database) => findNoteWithComments(database, noteId)),
  };
}
