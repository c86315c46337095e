import { toAppError } from '../model/errors';
import type { AppError } from '../model/errors';
import type { EnginePorts } from './ports';

/** Jobs that could not even be marked (the disk is full): they must not be tried again at once. */
export interface StuckJobs {
  /** Takes note that the job could not be written, and tells it. */
  add(jobId: string, thrown: unknown): void;
  list(): ReadonlyMap<string, AppError>;
  /** All of them are tried again from here on. */
  tryAgain(): void;
  /** Whether it was stuck before it was tried again: then nothing is asked for it before it could be written. */
  wasStuck(jobId: string): boolean;
}

export function createStuckJobs({ onStuck, onAside }: Pick<EnginePorts, 'onStuck' | 'onAside'>): StuckJobs {
  let now = new Map<string, AppError>();
  let before: ReadonlyMap<string, AppError> = now;
  return {
    add: (jobId, thrown) => {
      const error = toAppError(thrown);
      now.set(jobId, error);
      onAside(thrown);
      onStuck(jobId, error);
    },
    list: () => now,
    tryAgain: () => {
      before = now;
      now = new Map();
    },
    wasStuck: (jobId) => before.has(jobId),
  };
}
