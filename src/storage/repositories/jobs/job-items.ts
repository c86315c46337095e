import type { JobItem } from '../../../model/jobs/job-item';
import { toPrefixRange } from '../../comment-range';
import type { WriteTransaction } from '../../database';

/**
 * The parts of jobs, under `[jobId, itemId]`; what is next of a job is the first line of its open ones.
 * Written by: the job engine. Read by: the engine, panel and library. Bounded by: their jobs.
 */
export interface JobItems {
  find(jobId: string, itemId: string): Promise<JobItem | undefined>;
  put(item: JobItem): Promise<void>;
  /** Stores those that are not there yet, and answers how many. */
  add(items: readonly JobItem[]): Promise<number>;
  list(jobId: string, states: readonly JobItem['state'][]): Promise<JobItem[]>;
  count(jobId: string, state: JobItem['state']): Promise<number>;
  /** Whether one that is done is about this person; asked of an index, however many there are. */
  hasDonePerson(jobId: string, userId: string): Promise<boolean>;
  remove(jobId: string, itemId: string): Promise<void>;
  removeOfJob(jobId: string): Promise<void>;
}

export function createJobItems(transaction: WriteTransaction): JobItems {
  const store = transaction.objectStore('jobItems');
  return {
    find: (jobId, itemId) => store.get([jobId, itemId]),
    put: async (item) => void (await store.put(item)),
    add: async (items) => {
      const known = await Promise.all(items.map(({ jobId, itemId }) => store.getKey([jobId, itemId])));
      const missing = items.filter((_item, index) => known[index] === undefined);
      await Promise.all(missing.map((item) => store.put(item)));
      return missing.length;
    },
    list: async (jobId, states) => {
      const lists = await Promise.all(
        states.map((state) => store.index('next').getAll(toStateRange(jobId, state))),
      );
      return lists.flat();
    },
    count: (jobId, state) => store.index('next').count(toStateRange(jobId, state)),
    hasDonePerson: async (jobId, userId) =>
      (await store.index('person').getKey([jobId, 'done', userId])) !== undefined,
    remove: (jobId, itemId) => store.delete([jobId, itemId]),
    removeOfJob: (jobId) => store.delete(toPrefixRange(jobId)),
  };
}

/** All items of a job in one state, in their order. */
export const toStateRange = (jobId: string, state: JobItem['state']): IDBKeyRange =>
  IDBKeyRange.bound([jobId, state, -Infinity], [jobId, state, Infinity]);
