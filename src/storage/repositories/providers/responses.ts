import type { IDBPObjectStore } from 'idb';
import type { KeptResponse } from '../../../model/providers/kept/kept-response';
import type { WriteTransaction } from '../../database';
import type { StoredSchema, StoreName } from '../../schema';

type ResponseStore = IDBPObjectStore<StoredSchema, StoreName[], 'responses', 'readwrite'>;

const MAX_RESPONSES = 5_000;
const MAX_BYTES = 50_000_000;
/** One that takes more than this share of the room is not worth it. */
const MAX_BYTES_OF_ONE = 5_000_000;
/** Room is made once for so many answers; a few more do no harm. */
const CHECK_EVERY = 20;

/**
 * What providers answered, under the question. They hold what strangers wrote: forgetting a person or a note empties
 * the store, since nobody knows in which answers they stand.
 * Written by: the gateway's cache, forgetting, retention. Read by: the gateway's cache alone. Bounded by: 5,000 answers
 * and 50 MB, the oldest go first; what is older than a day is of no use and goes with them.
 */
export interface Responses {
  put(response: KeptResponse): Promise<void>;
  find(key: string): Promise<KeptResponse | undefined>;
  clear(): Promise<void>;
  removeBefore(at: number): Promise<void>;
}

let sinceCheck = CHECK_EVERY;

export function createResponses(transaction: WriteTransaction): Responses {
  const store = transaction.objectStore('responses');
  return {
    put: async (response) => {
      const { value, ...rest } = response;
      const isKept = response.bytes <= MAX_BYTES_OF_ONE;
      await store.put(isKept ? { ...rest, value } : { ...rest, bytes: 0 });
      sinceCheck += 1;
      if (sinceCheck < CHECK_EVERY) return;
      sinceCheck = 0;
      await makeRoom(store);
    },
    find: (key) => store.get(key),
    clear: () => store.clear(),
    removeBefore: async (at) => {
      for (const key of await store.index('age').getAllKeys(IDBKeyRange.upperBound([at, 0], true))) {
        await store.delete(key);
      }
    },
  };
}

/** Pushes out the oldest: first their values, and beyond the number of answers all of them. */
async function makeRoom(store: ResponseStore): Promise<void> {
  const kept: { key: string; bytes: number }[] = [];
  let bytes = 0;
  // Keys alone: what the answers hold is not read.
  let cursor = await store.index('age').openKeyCursor();
  while (cursor) {
    const [, size] = cursor.key;
    kept.push({ key: cursor.primaryKey, bytes: size });
    bytes += size;
    cursor = await cursor.continue();
  }
  let surplus = kept.length - MAX_RESPONSES;
  for (const one of kept) {
    if (surplus <= 0 && bytes <= MAX_BYTES) return;
    bytes -= one.bytes;
    if (surplus > 0) await store.delete(one.key);
    else if (one.bytes > 0) await dropValue(store, one.key);
    surplus -= 1;
  }
}

async function dropValue(store: ResponseStore, key: string): Promise<void> {
  const response = await store.get(key);
  if (!response) return;
  const { value, ...rest } = response;
  if (value !== undefined) await store.put({ ...rest, bytes: 0 });
}
