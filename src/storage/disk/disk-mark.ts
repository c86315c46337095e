import { readArea, removeFromArea, writeArea } from '../../platform/storage-area';

/**
 * `low`: the disk was nearly full. `unsure`: a write was under way then, and nobody knows whether it was cut off. `sound`:
 * neither, and nothing is kept.
 * Written by: the background only. Read by: the background.
 */
export type DiskMark = 'sound' | 'low' | 'unsure';

const KEY = 'disk-mark';

export const diskMark = {
  read: async (): Promise<DiskMark> => {
    const stored = await readArea('local', KEY);
    return stored === 'low' || stored === 'unsure' ? stored : 'sound';
  },
  write: (mark: DiskMark): Promise<void> =>
    mark === 'sound' ? removeFromArea('local', KEY) : writeArea('local', KEY, mark),
};
