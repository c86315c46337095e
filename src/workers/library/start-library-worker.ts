import { createNotesView } from './notes/create-notes-view';
import { createStoredNotes } from './notes/stored-notes';
import { answerCall } from './worker-calls';
import type { WorkerCall } from './worker-calls';

/** Makes this dedicated worker the one that holds the library's lists; it ends when the page ends it. */
export function startLibraryWorker(): void {
  const api = createNotesView(createStoredNotes());
  self.addEventListener('message', (event: MessageEvent<WorkerCall>) => {
    void answerCall(api, event.data).then((answer) => self.postMessage(answer));
  });
}
