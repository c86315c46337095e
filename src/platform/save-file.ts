import { browser } from 'wxt/browser';

/** How a download ended: `interrupted` carries the browser's own reason, e.g. `USER_CANCELED`. */
export type DownloadEnd =
  | { readonly downloadId: number; readonly state: 'complete' }
  | { readonly downloadId: number; readonly state: 'interrupted'; readonly reason: string };

/**
 * Starts saving what lies under an object URL and answers the download's id. The name must have been cleaned:
 * `: ? * | < > "` are refused (measured, Chromium 156). Existing files are kept; the browser numbers the new one.
 */
export function saveFile(file: { readonly url: string; readonly fileName: string }): Promise<number> {
  return browser.downloads.download({
    url: file.url,
    filename: file.fileName,
    conflictAction: 'uniquify',
    saveAs: false,
  });
}

/** Every download that ends, ours or not: compare the id. */
export function onDownloadEnded(listener: (end: DownloadEnd) => void, signal?: AbortSignal): void {
  const onChanged = (change: {
    id: number;
    state?: { current?: string | undefined } | undefined;
    error?: { current?: string | undefined } | undefined;
  }) => {
    const state = change.state?.current;
    if (state === 'complete') listener({ downloadId: change.id, state });
    else if (state === 'interrupted') {
      listener({ downloadId: change.id, state, reason: change.error?.current ?? '' });
    }
  };
  browser.downloads.onChanged.addListener(onChanged);
  signal?.addEventListener('abort', () => browser.downloads.onChanged.removeListener(onChanged), {
    once: true,
  });
}

/** The name the file really got, without its folder; `undefined` while the browser has not decided. */
export async function findSavedName(downloadId: number): Promise<string | undefined> {
  const [download] = await browser.downloads.search({ id: downloadId });
  return download?.filename.split(/[\\/]/).pop() || undefined;
}

/** The state of a download now, for one whose end may have been missed; `undefined` when the browser forgot it. */
export async function findDownloadState(
  downloadId: number,
): Promise<'in_progress' | 'complete' | 'interrupted' | undefined> {
  const [download] = await browser.downloads.search({ id: downloadId });
  const state = download?.state;
  return state === 'in_progress' || state === 'complete' || state === 'interrupted' ? state : undefined;
}

/** The newest download of this address; `undefined` where none was begun, or the browser forgot it. */
export async function findDownload(url: string): Promise<number | undefined> {
  const [download] = await browser.downloads.search({ url, orderBy: ['-startTime'], limit: 1 });
  return download?.id;
}
