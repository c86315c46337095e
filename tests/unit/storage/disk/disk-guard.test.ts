import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import { createDiskGuard } from '../../../../src/storage/disk/disk-guard';
import type { DiskMark } from '../../../../src/storage/disk/disk-mark';

const MB = 1024 * 1024;

/** A disk with so much room, and what happened to it in order. */
function openDisk(room: number | undefined, mark: DiskMark = 'sound') {
  const disk = {
    room,
    mark,
    happened: [] as string[],
    isMarkable: true,
  };
  const guard = createDiskGuard({
    findRoom: async () => disk.room,
    mark: {
      read: async () => disk.mark,
      write: async (next) => {
        if (!disk.isMarkable) throw new DOMException('', 'QuotaExceededError');
        disk.happened.push(`mark ${next}`);
        disk.mark = next;
      },
    },
    renewLog: async () => void disk.happened.push('renew'),
  });
  const write = (reason?: unknown) =>
    guard.run(async () => {
      disk.happened.push('write');
      if (reason) throw reason;
      return 'written';
    });
  return { disk, guard, write };
}

/** As the connection throws it once the probe says that the disk is full, and before. */
const cutOff = () => new DOMException('Connection is closing because of: IO error', 'UnknownError');

describe('a write', () => {
  it('goes through untouched where there is room, or nobody can tell', async () => {
    for (const room of [500 * MB, undefined]) {
      const { disk, write } = openDisk(room);
      expect(await write()).toBe('written');
      expect(disk.happened).toEqual(['write']);
    }
  });

  it('is marked while it is under way on a disk that is nearly full', async () => {
    const { disk, write } = openDisk(10 * MB);
    expect(await write()).toBe('written');
    expect(disk.happened).toEqual(['mark unsure', 'write', 'mark low']);
  });

  it('is refused where not even a record fits, and where it cannot be marked', async () => {
    const full = openDisk(MB);
    await expect(full.write()).rejects.toMatchObject({ code: 'storage-full' });
    expect(full.disk.happened).toEqual([]);
    const unmarkable = openDisk(10 * MB);
    unmarkable.disk.isMarkable = false;
    await expect(unmarkable.write()).rejects.toMatchObject({ name: 'QuotaExceededError' });
    expect(unmarkable.disk.happened).toEqual([]);
  });

  it.each([
    ['as the browser says it', cutOff()],
    ['as a full disk', new AppError('storage-full', { cause: cutOff() })],
    ['as an end without a reason', new DOMException('', 'AbortError')],
  ])('that was cut off, %s, has the log written anew before the next', async (_how, reason) => {
    const { disk, write } = openDisk(500 * MB);
    await expect(write(reason)).rejects.toBe(reason);
    disk.happened.length = 0;
    expect(await write()).toBe('written');
    expect(disk.happened).toEqual(['renew', 'mark low', 'mark sound', 'write']);
    disk.happened.length = 0;
    await write();
    expect(disk.happened).toEqual(['write']);
  });

  it('that was cut off is known though the disk had no room for the mark', async () => {
    const { disk, write } = openDisk(500 * MB);
    disk.isMarkable = false;
    await expect(write(cutOff())).rejects.toThrow();
    disk.isMarkable = true;
    disk.happened.length = 0;
    await write();
    expect(disk.happened[0]).toBe('renew');
  });

  it('under way when the browser ended has the log written anew, once there is room for that', async () => {
    const { disk, write } = openDisk(10 * MB, 'unsure');
    await expect(write()).rejects.toMatchObject({ code: 'storage-full' });
    disk.room = 20 * MB;
    expect(await write()).toBe('written');
    expect(disk.happened).toEqual(['renew', 'mark low', 'mark unsure', 'write', 'mark low']);
  });

  it('that failed for a reason of its own asks for no new log', async () => {
    const { disk, write } = openDisk(10 * MB);
    const reason = new AppError('cancelled');
    await expect(write(reason)).rejects.toBe(reason);
    expect(disk.happened).toEqual(['mark unsure', 'write', 'mark low']);
    disk.room = 500 * MB;
    await expect(write(reason)).rejects.toBe(reason);
    expect(disk.mark).toBe('sound');
  });

  it('waits for the one before on a disk that is nearly full', async () => {
    const { disk, write } = openDisk(10 * MB);
    await Promise.all([write(), write()]);
    expect(disk.happened).toEqual([
      ...['mark unsure', 'write', 'mark low'],
      ...['mark unsure', 'write', 'mark low'],
    ]);
  });
});

describe('room for rows', () => {
  it('is there down to a reserve; once that was touched, only with a good deal more', async () => {
    const { disk, guard, write } = openDisk(40 * MB);
    await guard.demandRoom();
    disk.room = 31 * MB;
    await expect(guard.demandRoom()).rejects.toMatchObject({ code: 'storage-full' });
    await write();
    disk.room = 40 * MB;
    await expect(guard.demandRoom()).rejects.toMatchObject({ code: 'storage-full' });
    disk.room = 70 * MB;
    await guard.demandRoom();
    disk.room = undefined;
    await guard.demandRoom();
  });
});
