import { createWorkerClient } from '../create-worker-client';
import type { CommentSearch } from './types';

/** The search in a worker of its own; `close` ends it. */
export function createSearchClient(
  createWorker: () => Worker = () => new Worker('/library-worker.js'),
): CommentSearch & { close(): void } {
  const client = createWorkerClient<LibrarySearchApi>(createWorker);
  return {
    start: (query, sort, hidden) => client.call('search.start', query, sort, hidden),
    next: () => client.call('search.next'),
    sort: (sort) => client.call('search.sort', sort),
    stop: () => client.call('search.stop'),
    rows: (start, count) => client.call('search.rows', start, count),
    close: () => client.close(),
  };
}

/** The same under the names it has in the worker that holds all of the library's lists. */
export type LibrarySearchApi = {
  readonly [Name in keyof CommentSearch as `search.${Name}`]: CommentSearch[Name];
};

export function toSearchApi(search: CommentSearch): LibrarySearchApi {
  return {
    'search.start': search.start,
    'search.next': search.next,
    'search.sort': search.sort,
    'search.stop': search.stop,
    'search.rows': search.rows,
  };
}
