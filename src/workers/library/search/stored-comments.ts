import { countComments } from '../../../storage/readers/count-comments';
import { findCommentsByKey, scanComments } from '../../../storage/readers/library/scan-comments';
import { readNotes } from '../../../storage/readers/library/read-notes';
import { openReader, readStored } from '../../../storage/readers/open-reader';
import type { SearchSource } from './create-comment-search';

/** A source that reads what is stored; also what the search is measured with. */
export function createStoredComments(): SearchSource {
  return {
    async *scan(noteIds) {
      yield* scanComments(await openReader(), noteIds);
    },
    countComments: (noteIds) =>
      readStored(async (database) => {
        if (!noteIds) return database.count('comments');
        const counts = await Promise.all(noteIds.map((noteId) => countComments(database, noteId)));
        return counts.reduce((sum, count) => sum + count, 0);
      }),
    async *readNotes() {
      for await (const batch of readNotes(await openReader())) yield batch.map(({ note }) => note);
    },
    findComments: (keys) => readStored((database) => findCommentsByKey(database, keys)),
    findNotes: (noteIds) =>
      readStored((database) => {
        const { store } = database.transaction('notes');
        return Promise.all(noteIds.map((noteId) => store.get(noteId)));
      }),
  };
}
