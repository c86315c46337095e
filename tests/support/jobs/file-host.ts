import type { ExportHost, ExportHostEvents } from '../../../src/background/exports/export-host';
import type { HeldExport } from '../../../src/messaging/background-to-offscreen/schemas';
import { createConnection } from '../../../src/storage/database';
import type { StoredDatabase } from '../../../src/storage/database';
import { findCommentList } from '../../../src/storage/readers/find-comment-list';
import { findNote } from '../../../src/storage/readers/find-note';
import { listRedIds } from '../../../src/storage/readers/list-red-ids';
import { readComments } from '../../../src/storage/readers/read-comments';
import type { ExportJob } from '../../../src/workers/export/job';
import type { ExportReader } from '../../../src/workers/export/write-export';
import { writeExport } from '../../../src/workers/export/write-export';
import { createMemoryFile } from '../../unit/workers/export/memory-file';

/** What writes files, with the writer that the extension has. */
export interface FileHost extends ExportHost {
  /** What lies at an address that it has given. */
  read(url: string): string | undefined;
  listHeldNow(): readonly string[];
}

export interface FileHostOptions extends ExportHostEvents {
  /** The database that is read. */
  readonly name: string;
  /** Whether whoever it lives in has ended. */
  readonly isDead: () => boolean;
}

/** A host whose files are in memory. */
export function createFileHost({ name, isDead, onProgress, onEnded }: FileHostOptions): FileHost {
  const held = new Map<string, HeldExport>();
  const addresses = new Map<string, string>();
  const write = async (job: ExportJob) => {
    const files = new Map<string, ReturnType<typeof createMemoryFile>>();
    const connection = createConnection(name);
    const written = await writeExport(job, {
      reader: toReader(await connection.open()),
      openFile: (part) => {
        const file = createMemoryFile();
        files.set(part, file);
        return Promise.resolve(file);
      },
      onProgress: (rows) => onProgress(job.exportId, { rows }),
    });
    await connection.close();
    if (isDead() || !held.has(job.exportId)) return;
    const toUrl = (part: string) => {
      const url = `blob:${part}/${crypto.randomUUID()}`;
      addresses.set(url, files.get(part)?.text() ?? '');
      return url;
    };
    const { rows, fileName, reportName, report } = written;
    const told = {
      rows,
      fileName,
      ...(reportName === undefined ? {} : { reportName }),
      ...(report ? { report } : {}),
    };
    const ready = { ...told, fileUrl: toUrl('file'), reportUrl: toUrl('report') };
    held.set(job.exportId, { exportId: job.exportId, ready });
    onEnded({ exportId: job.exportId, ready });
  };
  return {
    write: (job) => {
      if (held.has(job.exportId)) return Promise.resolve();
      held.set(job.exportId, { exportId: job.exportId });
      if (job.request.format === 'media') throw new Error('There are no media here.');
      void write({ ...job, request: job.request });
      return Promise.resolve();
    },
    drop: (exportId) => {
      held.delete(exportId);
      return Promise.resolve();
    },
    dropAll: () => {
      held.clear();
      return Promise.resolve();
    },
    listHeld: () => Promise.resolve([...held.values()]),
    read: (url) => addresses.get(url),
    listHeldNow: () => (isDead() ? [] : [...held.keys()]),
  };
}

const toReader = (database: StoredDatabase): ExportReader => ({
  findNote: (noteId) => findNote(database, noteId),
  findCommentList: (noteId) => findCommentList(database, noteId),
  listRedIds: () => listRedIds(database),
  readComments: (noteId) => readComments(database, noteId),
});
