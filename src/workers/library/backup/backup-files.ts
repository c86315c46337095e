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

/** A worker that was ended lets go of its file a moment later. */
const TRY_EVERY_MS = 50;
const MOST_TRIES = 60;

/** Removes the file; that there is none is no error. */
export async function removeBackupFile(): Promise<void> {
  const root = await navigator.storage.getDirectory();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await root.removeEntry(FOLDER, { recursive: true });
      return;
    } catch (thrown) {
      const name = thrown instanceof DOMException ? thrown.name : '';
      if (name === 'NotFoundError') return;
      if (name !== 'NoModificationAllowedError' || attempt === MOST_TRIES) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
    }
  }
}

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}
