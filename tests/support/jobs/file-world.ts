import { setImmediate as nextTurn } from 'node:timers/promises';
import { createExportRecords } from '../../../src/background/exports/export-records';
import { createExports } from '../../../src/background/exports/create-exports';
import type { Exports } from '../../../src/background/exports/create-exports';
import { createMarkBook } from '../../../src/background/exports/marks/create-mark-book';
import type { ExportsPorts } from '../../../src/background/exports/exports-ports';
import { listAwaitedFiles } from '../../../src/background/jobs/files/list-awaited-files';
import { exportNews } from '../../../src/background/jobs/files/reach-files';
import { countComments } from '../../../src/storage/readers/count-comments';
import { createFileHost } from './file-host';
import type { FileHost } from './file-host';
import type { MortalConnection } from './mortal-connection';

/** A file on the user's disk. */
export interface SavedFile {
  readonly name: string;
  readonly text: string;
}

/** The browser as far as exports see it: its downloads, the user's disk, and what outlives the background. */
export interface FileWorld {
  /** Every file and report whose download has ended well, in order. */
  readonly saved: readonly SavedFile[];
  /** Whether what is written outlives the background; else a report whose download was not begun is lost with it. */
  readonly outlives: boolean;
  /** Files inside the browser that somebody still holds. */
  listHeld(): readonly string[];
  /** The real exports of one life of the background, which goes on with what an earlier one has left. */
  live(life: Life): Exports;
}

export interface Life {
  readonly connection: MortalConnection;
  readonly now: () => number;
}

/** Turns of the machine that a download takes. */
const TURNS = 3;

interface Download {
  readonly url: string;
  readonly fileName: string;
  isOver: boolean;
}

/**
 * `outlives`: files are written by a document of its own, as in Chromium; else by the background itself, as in Firefox,
 * and what is written there dies with it. A download that was begun goes on in any case.
 */
export function createFileWorld({ outlives }: Pick<FileWorld, 'outlives'>): FileWorld {
  const downloads: Download[] = [];
  const saved: SavedFile[] = [];
  const world: { exports?: Exports; connection?: MortalConnection; host?: FileHost } = {};
  const tell = (told: (exports: Exports) => Promise<void>) => {
    const { exports, connection } = world;
    if (!exports || connection?.isDead) return;
    // What a dead life throws is heard by nobody.
    told(exports).catch((thrown: unknown) => {
      if (!connection?.isDead) throw thrown;
    });
  };
  const createHost = (connection: MortalConnection) =>
    createFileHost({
      name: connection.name,
      isDead: () => !outlives && connection.isDead,
      onProgress: (exportId, progress) => tell((exports) => exports.onProgress(exportId, progress)),
      onEnded: (ended) => tell((exports) => exports.onEnded(ended)),
    });
  const download = async (one: Download, text: string, downloadId: number) => {
    for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
    one.isOver = true;
    saved.push({ name: one.fileName, text });
    tell((exports) => exports.onDownloadEnded({ downloadId, state: 'complete' }));
  };
  const findDownloads: Pick<
    ExportsPorts,
    'saveFile' | 'findDownload' | 'findSavedName' | 'findDownloadState'
  > = {
    saveFile: async ({ url, fileName }) => {
      const text = world.host?.read(url);
      if (text === undefined) throw new Error(`Nothing lies at ${url}.`);
      const one = { url, fileName, isOver: false };
      const downloadId = downloads.push(one);
      void download(one, text, downloadId);
      return Promise.resolve(downloadId);
    },
    findDownload: (url) => {
      const place = downloads.findLastIndex((one) => one.url === url);
      return Promise.resolve(place < 0 ? undefined : place + 1);
    },
    findSavedName: (downloadId) => Promise.resolve(downloads[downloadId - 1]?.fileName),
    findDownloadState: (downloadId) => {
      const one = downloads[downloadId - 1];
      return Promise.resolve(one && (one.isOver ? 'complete' : 'in_progress'));
    },
  };
  return {
    saved,
    outlives,
    listHeld: () => world.host?.listHeldNow() ?? [],
    live: ({ connection, now }) => {
      const host = (outlives ? world.host : undefined) ?? createHost(connection);
      const exports = createExports({
        ...toMortal(connection, {
          ...findDownloads,
          host,
          records: createExportRecords(() => listAwaitedFiles(connection)),
        }),
        marks: createMarkBook(connection),
        extensionVersion: '1',
        findSubject: (noteId) => findSubject(connection, noteId),
        closeOpenCollections: () => Promise.resolve(),
        hasMediaAccess: () => Promise.resolve(false),
        emit: ({ exportId }) => Promise.resolve(exportNews.tell(exportId)),
        keepAlive: () => Promise.resolve(),
        now,
        createId: () => crypto.randomUUID(),
      });
      Object.assign(world, { exports, connection, host });
      tell(() => exports.resume());
      return exports;
    },
  };
}

async function findSubject(connection: MortalConnection, noteId: string) {
  const [note, comments] = await connection.read((database) =>
    Promise.all([database.get('notes', noteId), countComments(database, noteId)]),
  );
  return { isKnown: note !== undefined, comments };
}

type Reached = Pick<
  ExportsPorts,
  'saveFile' | 'findDownload' | 'findSavedName' | 'findDownloadState' | 'host' | 'records'
>;

/** The same, as a life of the background reaches it: it may end before and after each change, and a dead one reaches nothing. */
function toMortal({ act, look }: MortalConnection, reached: Reached): Reached {
  const { host, records } = reached;
  return {
    saveFile: (file) => act(() => reached.saveFile(file)),
    findDownload: (url) => look(() => reached.findDownload(url)),
    findSavedName: (downloadId) => look(() => reached.findSavedName(downloadId)),
    findDownloadState: (downloadId) => look(() => reached.findDownloadState(downloadId)),
    host: {
      write: (job) => act(() => host.write(job)),
      drop: (exportId) => act(() => host.drop(exportId)),
      dropAll: () => act(() => host.dropAll()),
      listHeld: () => look(() => host.listHeld()),
    },
    records: {
      find: (exportId) => look(() => records.find(exportId)),
      list: () => look(() => records.list()),
      save: (record) => act(() => records.save(record)),
      remove: (exportId) => act(() => records.remove(exportId)),
    },
  };
}
