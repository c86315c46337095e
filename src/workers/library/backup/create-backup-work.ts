import { AppError } from '../../../model/errors';
import { readRows } from '../../../storage/readers/library/read-rows';
import { openReader, readStored } from '../../../storage/readers/open-reader';
import { checkStaged, dropStaging, openStaging } from '../../../storage/backup/staging';
import type { Staging } from '../../../storage/backup/staging';
import { DATABASE_VERSION } from '../../../storage/schema';
import type { BackupHeader } from '../../../model/backup/backup-file';
import { openBackupFile, readBackupFile } from './backup-files';
import { readBackup } from './read-backup';
import { STAGING_LOCK } from './staging-lock';
import type { BackupProgress, BackupWork, CheckedBackup } from './types';
import { writeBackup } from './write-backup';

type Report = (progress: BackupProgress) => void;

/** The work itself, in the dedicated worker that calls it. */
export function createBackupWork(): BackupWork {
  let progress: BackupProgress | undefined;
  let holding: Promise<void> | undefined;
  const report: Report = (next) => void (progress = next);
  return {
    write: (facts) => write(facts, report),
    async unpack(file) {
      // A worker that has unpacked one file may unpack another one: the lock is its own.
      holding ??= holdStaging();
      await holding.catch((thrown: unknown) => {
        holding = undefined;
        throw thrown;
      });
      try {
        return await unpack(file, report);
      } catch (thrown) {
        await dropStaging();
        throw thrown;
      }
    },
    progress: () => Promise.resolve(progress),
  };
}

async function write(
  facts: Parameters<BackupWork['write']>[0],
  report: Report,
): ReturnType<BackupWork['write']> {
  const file = await openBackupFile();
  let bytes = 0;
  try {
    const stores = await writeBackup(
      { ...facts, databaseVersion: DATABASE_VERSION },
      {
        countRows: (store) => readStored((database) => database.count(store)),
        async *readRows(store) {
          yield* readRows(await openReader(), store);
        },
        write: (piece) => {
          const moved = file.write(piece, { at: bytes });
          if (moved < piece.length) throw new AppError('storage-full');
          bytes += moved;
        },
        onProgress: (done, total) => report({ phase: 'writing', done, total }),
      },
    );
    file.flush();
    const rows = Object.values(stores).reduce((sum, count) => sum + count, 0);
    file.close();
    return { rows, bytes, file: await readBackupFile() };
  } catch (thrown) {
    file.close();
    throw thrown;
  }
}

/** Takes the lock for as long as this worker lives. */
function holdStaging(): Promise<void> {
  return new Promise((resolve, reject) => {
    void navigator.locks.request(STAGING_LOCK, { ifAvailable: true }, (lock) => {
      if (!lock) return reject(new AppError('database-blocked', { retryable: true }));
      resolve();
      return new Promise(() => undefined);
    });
  });
}

async function unpack(file: Blob, report: Report): Promise<CheckedBackup> {
  let read = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(piece, controller) {
      read += piece.length;
      report({ phase: 'reading', done: read, total: file.size });
      controller.enqueue(piece);
    },
  });
  let header: BackupHeader | undefined;
  let staging: Staging | undefined;
  let rows = 0;
  try {
    await readBackup(file.stream().pipeThrough(counted), {
      databaseVersion: DATABASE_VERSION,
      async begin(first) {
        header = first;
        staging = await openStaging(first.databaseVersion);
      },
      async take(batch) {
        rows += batch.length;
        await staging?.put(batch);
      },
    });
    if (!header || !staging) throw new AppError('backup-foreign');
    await staging.finish();
  } finally {
    staging?.close();
  }
  const total = rows;
  const checked = await checkStaged((done) =>
    report({ phase: 'checking', done, total: Math.max(total, done) }),
  );
  // Not the lines of the file: bringing them to this version may have made more records of them.
  const known = Object.values(checked.stores).reduce((sum, count) => sum + count, 0);
  return { header, rows: known + checked.skipped, ...checked };
}
