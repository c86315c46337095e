import { dropStaging } from '../../../storage/backup/staging';
import { createWorkerClient } from '../create-worker-client';
import { removeBackupFile } from './backup-files';
import type { BackupWork } from './types';

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
    removeFile: removeBackupFile,
    removeUnpacked: dropStaging,
  };
}
