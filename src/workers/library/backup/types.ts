import type { BackupHeader, StoreCounts } from '../../../model/backup/backup-file';

/** How far writing or unpacking is; `done` and `total` count records, of a file that is read its bytes. */
export interface BackupProgress {
  readonly phase: 'writing' | 'reading' | 'checking';
  readonly done: number;
  readonly total: number;
}

/** A file that was written inside the browser and can be saved now. */
export interface WrittenBackup {
  readonly rows: number;
  readonly bytes: number;
  readonly file: Blob;
}

/** A backup that was read to its end and unpacked beside the database; nothing that is stored has been touched. */
export interface CheckedBackup {
  readonly header: BackupHeader;
  readonly stores: StoreCounts;
  readonly rows: number;
  /** Records that are not understood, and will be left out. */
  readonly skipped: number;
}

/** Writes and unpacks backups where no frame waits for it. Errors are `AppError`s. */
export interface BackupWork {
  write(facts: { readonly extensionVersion: string; readonly createdAt: number }): Promise<WrittenBackup>;
  /**
   * Reads the whole file and unpacks it beside the database, brought to this version. `backup-foreign`,
   * `backup-newer`, `backup-damaged`, `storage-full`; `database-blocked` while another page does the same.
   */
  unpack(file: Blob): Promise<CheckedBackup>;
  progress(): Promise<BackupProgress | undefined>;
}
