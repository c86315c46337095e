import { AppError } from '../../model/errors';
import type { CallName, WorkerAnswer, WorkerApi } from './worker-calls';

interface Waiting {
  readonly resolve: (value: never) => void;
  readonly reject: (error: AppError) => void;
}

type Answered<Fn> = Fn extends (...args: never[]) => Promise<infer Value> ? Value : never;
type Args<Fn> = Fn extends (...args: infer List) => Promise<unknown> ? List : never;

/** A worker that answers an api, for a page of the extension. Errors are `AppError`s. */
export interface WorkerClient<Api extends WorkerApi> {
  call<Name extends CallName<Api>>(name: Name, ...args: Args<Api[Name]>): Promise<Answered<Api[Name]>>;
  /** Ends the worker and answers whatever still waits with `cancelled`; the next call starts another one. */
  close(): void;
}

export function createWorkerClient<Api extends WorkerApi>(createWorker: () => Worker): WorkerClient<Api> {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | undefined;
  let lastId = 0;
  const rejectAll = (error: AppError) => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  const settle = (answer: WorkerAnswer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) return asked?.resolve(answer.value as never);
    const { code, retryable, details } = answer.error;
    asked?.reject(new AppError(code, { retryable, details }));
  };
  const start = (): Worker => {
    const started = createWorker();
    started.addEventListener('message', (event: MessageEvent<WorkerAnswer>) => settle(event.data));
    started.addEventListener('error', (event) => {
      worker = undefined;
      started.terminate();
      rejectAll(new AppError('unexpected', { retryable: true, details: { reason: String(event.message) } }));
    });
    return started;
  };
  return {
    call(name, ...args) {
      worker ??= start();
      lastId += 1;
      const id = lastId;
      worker.postMessage({ id, name, args });
      return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
    },
    close() {
      worker?.terminate();
      worker = undefined;
      rejectAll(new AppError('cancelled'));
    },
  };
}
