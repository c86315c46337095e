import { AppError } from '../../model/errors';
import type { ViewAnswer, ViewCall } from './calls';
import type { CommentView } from './types';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: AppError) => void;
}

/**
 * A view in a worker of its own, for a page of the extension. The worker starts with the first call; `close` ends it
 * and answers whatever still waits with `cancelled`.
 */
export function createCommentView(
  createWorker: () => Worker = () => new Worker('/comment-view-worker.js'),
): CommentView {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;
  const rejectAll = (error: AppError) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const start = (): Worker => {
    const started = createWorker();
    started.addEventListener('message', (event: MessageEvent<ViewAnswer>) => settle(waiting, event.data));
    started.addEventListener('error', (event) => {
      worker = undefined;
      started.terminate();
      rejectAll(new AppError('unexpected', { retryable: true, details: { reason: String(event.message) } }));
    });
    return started;
  };
  const call = <Value>(message: Omit<ViewCall, 'id'>): Promise<Value> => {
    worker ??= start();
    lastId += 1;
    const id = lastId;
    worker.postMessage({ ...message, id });
    return new Promise<Value>((resolve, reject) => waiting.set(id, { resolve, reject }));
  };
  return {
    open: (noteId) => call({ name: 'open', args: [noteId] }),
    refresh: () => call({ name: 'refresh', args: [] }),
    setQuery: (query) => call({ name: 'setQuery', args: [query] }),
    setCollapsed: (rootCommentId, collapsed) =>
      call({ name: 'setCollapsed', args: [rootCommentId, collapsed] }),
    rows: (first, count) => call({ name: 'rows', args: [first, count] }),
    close() {
      worker?.terminate();
      worker = undefined;
      rejectAll(new AppError('cancelled'));
    },
  };
}

function settle(waiting: Map<number, Waiting>, answer: ViewAnswer): void {
  const asked = waiting.get(answer.id);
  waiting.delete(answer.id);
  if (answer.ok) asked?.resolve(answer.value as never);
  else {
    const { code, retryable, details } = answer.error;
    asked?.reject(new AppError(code, { retryable, details }));
  }
}
