import { createWorkerClient } from '../create-worker-client';
import type { NotesView } from './types';

/** The list of stored notes in a worker of its own; `close` ends it. */
export function createNotesClient(
  createWorker: () => Worker = () => new Worker('/library-worker.js'),
): NotesView & { close(): void } {
  const client = createWorkerClient<NotesView>(createWorker);
  return {
    open: (query) => client.call('open', query),
    refresh: (noteId) => client.call('refresh', noteId),
    setQuery: (query) => client.call('setQuery', query),
    rows: (start, count) => client.call('rows', start, count),
    listIds: () => client.call('listIds'),
    close: () => client.close(),
  };
}
