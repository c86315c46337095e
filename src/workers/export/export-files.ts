/**
 * The part of `FileSystemSyncAccessHandle` that is used; the compiler knows it in workers only. Positions and sizes are
 * bytes; `read` and `write` answer how many they moved.
 */
export interface SyncFile {
  read(into: Uint8Array, options: { readonly at: number }): number;
  write(from: Uint8Array, options: { readonly at: number }): number;
  truncate(size: number): void;
  flush(): void;
  close(): void;
}

/** Where downloads are kept until they are whole; as many as may run at once. */
export const MEDIA_PARTS = ['media-0', 'media-1', 'media-2'] as const;
export type MediaPart = (typeof MEDIA_PARTS)[number];

/**
 * `file`: what the user gets. `report`: the completeness report. `rows`: rows as read, before they are in order. The
 * others: single media before they are in the zip.
 */
export type ExportFilePart = 'file' | 'report' | 'rows' | MediaPart;

const FOLDER = 'exports';

/** Opens a part for writing, empty. Only in a dedicated worker, and once at a time. */
export async function openExportFile(exportId: string, part: ExportFilePart): Promise<SyncFile> {
  const folder = await openFolder();
  const entry = await folder.getFileHandle(toName(exportId, part), { create: true });
  const file = await (entry as unknown as SyncFileEntry).createSyncAccessHandle();
  file.truncate(0);
  return file;
}

/** A part as a typed Blob: Chromium renames a download whose type it does not know (measured, Chromium 156). */
export async function readExportFile(
  exportId: string,
  part: ExportFilePart,
  mimeType: string,
): Promise<Blob> {
  const folder = await openFolder();
  const file = await (await folder.getFileHandle(toName(exportId, part))).getFile();
  return file.slice(0, file.size, mimeType);
}

/** Removes the named parts of one export; parts that are not there are no error. */
export async function removeExportFiles(
  exportId: string,
  parts: readonly ExportFilePart[] = ['file', 'report', 'rows', ...MEDIA_PARTS],
): Promise<void> {
  const folder = await openFolder();
  for (const part of parts) await removeWhenFree(folder, toName(exportId, part));
}

/** Removes the folder with everything in it; whoever writes there was ended before. */
export async function removeAllExportFiles(): Promise<void> {
  await removeWhenFree(await navigator.storage.getDirectory(), FOLDER);
}

/** Removes what exports left behind that nobody finishes any more. */
export async function removeLeftExportFiles(keptExportIds: ReadonlySet<string>): Promise<void> {
  const folder = await openFolder();
  for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) {
    const exportId = name.slice(0, name.lastIndexOf('.'));
    if (!keptExportIds.has(exportId)) await removeWhenFree(folder, name);
  }
}

interface SyncFileEntry {
  createSyncAccessHandle(): Promise<SyncFile>;
}

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle(FOLDER, { create: true });
}

function toName(exportId: string, part: ExportFilePart): string {
  return `${exportId}.${part}`;
}

/** A worker that was ended lets go of its files a moment later; this is how often and how long that is waited for. */
const TRY_EVERY_MS = 50;
const MOST_TRIES = 60;

/** Removes an entry, waiting as long as a worker that was ended still holds it; one that is not there is no error. */
export async function removeWhenFree(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await folder.removeEntry(name, { recursive: true });
      return;
    } catch (thrown) {
      if (isCalled(thrown, 'NotFoundError')) return;
      if (!isCalled(thrown, 'NoModificationAllowedError') || attempt === MOST_TRIES) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, TRY_EVERY_MS));
    }
  }
}

const isCalled = (thrown: unknown, name: string): boolean =>
  thrown instanceof DOMException && thrown.name === name;
