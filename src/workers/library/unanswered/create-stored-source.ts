import { findCommentList } from '../../../storage/readers/find-comment-list';
import { findNote } from '../../../storage/readers/find-note';
import { scanComments } from '../../../storage/readers/library/scan-comments';
import { openReader, readStored } from '../../../storage/readers/open-reader';
import type { UnansweredSource } from './create-unanswered-api';

/** A source that reads what is stored. */
export function createStoredSource(): UnansweredSource {
  return {
    async *readComments(noteId) {
      yield* scanComments(await openReader(), [noteId]);
    },
    findNote: (noteId) => readStored((database) => findNote(database, noteId)),
    findList: (noteId) => readStored((database) => findCommentList(database, noteId)),
  };
}
