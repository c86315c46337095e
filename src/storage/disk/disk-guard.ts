import { createQueue } from '../../lib/create-queue';
import { AppError } from '../../model/errors';
import { LEAST_ROOM } from '../../platform/disk-room';
import type { DiskMark } from './disk-mark';

const MEGABYTE = 1024 * 1024;
/** With less, nothing is fetched that would have to be kept: what is left is for the states of what is under way. */
export const RESERVE = 32 * MEGABYTE;
/** Once the disk was that full, fetching goes on with this much: not to and fro with every file of somebody else. */
const AMPLE = 64 * MEGABYTE;
/** What writing the log anew takes: what it is pushed out with, and the table it becomes. */
const FOR_RENEWING = 16 * MEGABYTE;

/** What the guard reaches, handed in. */
export interface DiskPorts {
  /** Free bytes; `undefined` where nobody can tell, and nothing is guarded. */
  readonly findRoom: () => Promise<number | undefined>;
  /** Outlives the browser. `write` fails when there is no room for it. */
  readonly mark: { read(): Promise<DiskMark>; write(mark: DiskMark): Promise<void> };
  /** Makes the browser begin a new log for all that is stored. */
  readonly renewLog: () => Promise<void>;
}

/** Keeps what is stored from meeting the last byte of the disk. */
export interface DiskGuard {
  /** Fails with `storage-full` unless there is room for rows: for whoever is about to fetch, and pay, what is to be kept. */
  demandRoom(): Promise<void>;
  /**
   * Runs a write. On a disk that is nearly full one after the other, each of them marked while it is under way; where one
   * was cut off, the log is written anew before the next. Fails with `storage-full` where not even a record fits.
   */
  run<Value>(write: () => Promise<Value>): Promise<Value>;
}

/** See `platform/disk-room` for what Chromium does to a database whose write found the disk full. */
export function createDiskGuard({ findRoom, mark, renewLog }: DiskPorts): DiskGuard {
  const oneByOne = createQueue();
  let known: Promise<DiskMark> | undefined;
  const findMark = () =>
    (known ??= mark.read().catch((thrown: unknown) => {
      // The next write asks again.
      known = undefined;
      throw thrown;
    }));
  const keep = async (value: DiskMark) => {
    known = Promise.resolve(value);
    await mark.write(value);
  };

  const runWatched = async <Value>(write: () => Promise<Value>): Promise<Value> => {
    try {
      return await write();
    } catch (thrown) {
      // The disk may have no room for the mark either; this life of the background knows it.
      if (isCutOff(thrown)) await keep('unsure').catch(() => undefined);
      throw thrown;
    }
  };

  const runMarked = async <Value>(write: () => Promise<Value>): Promise<Value> => {
    const room = (await findRoom()) ?? Infinity;
    const isRenewed = (await findMark()) === 'unsure';
    if (room < (isRenewed ? FOR_RENEWING : LEAST_ROOM)) throw toFull(room);
    if (isRenewed) {
      await renewLog();
      await keep('low');
    }
    if (room >= AMPLE) {
      await keep('sound');
      return runWatched(write);
    }
    await keep('unsure');
    let isWhole = true;
    try {
      return await write();
    } catch (thrown) {
      isWhole = !isCutOff(thrown);
      throw thrown;
    } finally {
      // Should this not be kept, the log is written anew once in vain.
      if (isWhole) await keep('low').catch(() => undefined);
    }
  };

  return {
    async demandRoom() {
      const room = (await findRoom()) ?? Infinity;
      const least = room < AMPLE && (await findMark()) !== 'sound' ? AMPLE : RESERVE;
      if (room < least) throw toFull(room);
    },
    async run(write) {
      const room = await findRoom();
      if (room === undefined) return write();
      const isSound = (await findMark()) === 'sound' && room >= RESERVE;
      return isSound ? runWatched(write) : oneByOne(() => runMarked(write));
    },
  };
}

const toFull = (room: number) => new AppError('storage-full', { details: { room } });

/** Errors by which Chromium ends a write that it could not finish on the disk; it gives no reason of its own. */
const CUT_OFF: ReadonlySet<string> = new Set(['UnknownError', 'AbortError']);

function isCutOff(thrown: unknown): boolean {
  const reason = thrown instanceof AppError ? thrown.cause : thrown;
  return reason instanceof Error && CUT_OFF.has(reason.name);
}
