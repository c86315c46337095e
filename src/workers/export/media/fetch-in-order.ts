import type { MediaPart, SyncFile } from '../export-files';
import { MEDIA_PARTS } from '../export-files';
import type { FetchedMedia, FetchMediaPorts } from './fetch-media';
import { fetchMedia } from './fetch-media';
import type { PlannedMedia } from './plan-media';

export interface OrderedMedia {
  readonly item: PlannedMedia;
  readonly got: FetchedMedia;
  /** Holds what came, until the next one is asked for. */
  readonly file: SyncFile;
}

/**
 * Downloads in the order of the plan, at most as many at a time as there are parts, each whole on the disk before it is
 * given: so a download that breaks leaves nothing half in the zip, and memory holds a few network buffers.
 */
export async function* fetchInOrder(
  items: readonly PlannedMedia[],
  openFile: (part: MediaPart) => Promise<SyncFile>,
  ports: FetchMediaPorts,
): AsyncGenerator<OrderedMedia, void, undefined> {
  const files: SyncFile[] = [];
  const running: Promise<OrderedMedia>[] = [];
  const leaving = new AbortController();
  let next = 0;
  const start = (file: SyncFile) => {
    const item = items[next++];
    if (!item) return;
    const coming = fetchMedia(item.urls, file, { ...ports, signal: leaving.signal }).then((got) => ({
      item,
      got,
      file,
    }));
    coming.catch(() => undefined); // Heard when its turn comes.
    running.push(coming);
  };
  try {
    for (const part of MEDIA_PARTS.slice(0, items.length)) {
      const file = await openFile(part);
      files.push(file);
      start(file);
    }
    for (let first = running.shift(); first; first = running.shift()) {
      const one = await first;
      yield one;
      start(one.file);
    }
  } finally {
    leaving.abort();
    // What still runs would write into a closed file.
    await Promise.allSettled(running);
    for (const file of files) file.close();
  }
}
