import { measureSpace } from '../../storage/readers/library/measure-space';
import { readStored } from '../../storage/readers/open-reader';
import { toBackupApi } from './backup/create-backup-client';
import { createBackupWork } from './backup/create-backup-work';
import { createNotesView } from './notes/create-notes-view';
import { createStoredNotes } from './notes/stored-notes';
import { createCommentSearch } from './search/create-comment-search';
import { toSearchApi } from './search/create-search-client';
import { createStoredComments } from './search/stored-comments';
import { createStoredSource } from './unanswered/create-stored-source';
import { createUnansweredApi } from './unanswered/create-unanswered-api';
import { answerCall } from './worker-calls';
import type { WorkerCall } from './worker-calls';

/** Makes this dedicated worker the one that holds a list of the library; it ends when the page ends it. */
export function startLibraryWorker(): void {
  const api = {
    ...createNotesView(createStoredNotes()),
    'space.measure': () => readStored(measureSpace),
    ...toBackupApi(createBackupWork()),
    ...toSearchApi(createCommentSearch(createStoredComments())),
    ...createUnansweredApi(createStoredSource()),
  };
  self.addEventListener('message', (event: MessageEvent<WorkerCall>) => {
    void answerCall(api, event.data).then((answer) => self.postMessage(answer));
  });
}
