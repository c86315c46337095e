import { dropStaging } from '../../../storage/backup/staging';
import { AppError } from '../../../model/errors';
import { createWorkerClient } from '../create-worker-client';
import { removeBackupFile } from './backup-files';
import type { BackupWork } from './types';

/** Held by the page that writes a backup, until its file is saved or given up. */
const WRITING_LOCK = 'backup.writing';

/** The same under the names it has in the worker that does all of the library's work. */
export type BackupApi = { readonly [Name in keyof BackupWork as `backup.${Name}`]: BackupWork[Name] };

export function toBackupApi(work: BackupWork): BackupApi {
  return {
    'backup.write': work.write,
    'backup.unpack': work.unpack,
    'backup.progress': work.progress,
  };
}

export interface BackupClient extends BackupWork {
  /** Ends the worker; whoever waits gets `cancelled`. */
  close(): void;
  /** Does it while no other page writes a backup: there is one file. `database-blocked` while one does. */
  whileAlone(task: () => Promise<void>): Promise<void>;
  /** Takes away the file that was written. */
  removeFile(): Promise<void>;
  /** Takes away what was unpacked. */
  removeUnpacked(): Promise<void>;
}

/** Backups in a worker of their own. */
export function createBackupClient(
  createWorker: () => Worker = () => new Worker('/library-worker.js'),
): BackupClient {
  const client = createWorkerClient<BackupApi>(createWorker);
  return {
    write: (facts) => client.call('backup.write', facts),
    unpack: (file) => client.call('backup.unpack', file),
    progress: () => client.call('backup.progress'),
    close: () => client.close(),
    whileAlone: async (task) => {
      await navigator.locks.request(WRITING_LOCK, { ifAvailable: true }, async (lock) => {
        if (!lock) throw new AppError('database-blocked', { retryable: true });
        await task();
      });
    },
    removeFile: removeBackupFile,
    removeUnpacked: dropStaging,
  };
}
