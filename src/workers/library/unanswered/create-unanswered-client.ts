import { createWorkerClient } from '../create-worker-client';
import type { UnansweredApi, UnansweredFound, UnansweredQuery } from './types';

/** Looks for unanswered comments where no frame waits for it. */
export interface UnansweredFinder {
  find(query: UnansweredQuery): Promise<UnansweredFound>;
  close(): void;
}

/** A finder in a worker of its own, which begins with the first question; `close` ends it. */
export function createUnansweredClient(
  createWorker: () => Worker = () => new Worker('/library-worker.js'),
): UnansweredFinder {
  const client = createWorkerClient<UnansweredApi>(createWorker);
  return {
    find: (query) => client.call('unanswered.find', query),
    close: () => client.close(),
  };
}
