import { findSavedName, onDownloadEnded, saveFile } from '../save-file';

/** The same as `saveBlob` for a text. It is handed over as bytes, so nothing of it is in an address. */
export function saveText(file: {
  readonly fileName: string;
  readonly mimeType: string;
  readonly text: string;
}): Promise<string> {
  const blob = new Blob([file.text], { type: file.mimeType });
  return saveBlob({ fileName: file.fileName, blob });
}

/**
 * Saves a file of the user's downloads, from a page of the extension, and answers the name it got. Rejects when the
 * browser refuses or the user breaks it off. The Blob needs a type: without one Chromium changes the name's ending.
 */
export async function saveBlob(file: { readonly fileName: string; readonly blob: Blob }): Promise<string> {
  const url = URL.createObjectURL(file.blob);
  const done = new AbortController();
  try {
    const ended = new Map<number, (reason: string | undefined) => void>();
    const early = new Map<number, string | undefined>();
    // Listening first: a small file may be there before its id is.
    onDownloadEnded((end) => {
      const reason = end.state === 'interrupted' ? end.reason : undefined;
      const tell = ended.get(end.downloadId);
      if (tell) tell(reason);
      else early.set(end.downloadId, reason);
    }, done.signal);
    const downloadId = await saveFile({ url, fileName: file.fileName });
    const reason = early.has(downloadId)
      ? early.get(downloadId)
      : await new Promise<string | undefined>((resolve) => ended.set(downloadId, resolve));
    if (reason !== undefined) throw new Error(reason);
    return (await findSavedName(downloadId)) ?? file.fileName;
  } finally {
    done.abort();
    URL.revokeObjectURL(url);
  }
}
