import { removeWhenFree } from '../../export/export-files';
import type { SyncFile } from '../../export/export-files';

/** One file at a time, in a folder of its own: exports clear away what they find in theirs. */
const FOLDER = 'backups';
const NAME = 'backup.jsonl.gz';
const MIME_TYPE = 'application/gzip';

/** Opens the file for writing, empty. Only in a dedicated worker. */
export async function openBackupFile(): Promise<SyncFile> {
  const folder = await openFolder();
  const entry = await folder.getFileHandle(NAME, { create: true });
  const file = await (
    entry as unknown as { createSyncAccessHandle(): Promise<SyncFile> }
  ).createSyncAccessHandle();
  file.truncate(0);
  return file;
}

/** What was written, as a typed Blob. */
export async function readBackupFile(): Promise<Blob> {
  const file = await (await (await openFolder()).getFileHandle(NAME)).getFile();
  return file.slice(0, file.size, MIME_TYPE);
}

/** Removes the file; that there is none is no error. */
export async function removeBackupFile(): Promise<void> {
  await removeWhenFree(await navigator.storage.getDirectory(), FOLDER);
}

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}
