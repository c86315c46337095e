import { createWorkerClient } from '../create-worker-client';
import type { Space } from '../../../storage/readers/library/measure-space';

export interface SpaceApi {
  'space.measure'(): Promise<Space>;
}

/** Measures in a worker of its own, which ends with the answer. */
export async function measureInWorker(
  createWorker: () => Worker = () => new Worker('/library-worker.js'),
): Promise<Space> {
  const client = createWorkerClient<SpaceApi>(createWorker);
  try {
    return await client.call('space.measure');
  } finally {
    client.close();
  }
}
