import { toErrorReport } from '../../model/errors';
import type { FileRequest } from '../../model/export';
import { findFileError } from '../../storage/disk/find-file-error';
import { findCommentList } from '../../storage/readers/find-comment-list';
import { findNote } from '../../storage/readers/find-note';
import { listRedIds } from '../../storage/readers/list-red-ids';
import { openReader } from '../../storage/readers/open-reader';
import { readComments } from '../../storage/readers/read-comments';
import type { ExportFilePart } from './export-files';
import { MEDIA_PARTS, openExportFile, removeExportFiles } from './export-files';
import type { ExportJob, ExportWorkerMessage, FileProgress, WrittenExport } from './job';
import { writeMedia } from './media/write-media';
import type { ExportReader } from './write-export';
import { writeExport } from './write-export';

/** Progress is for eyes: more often than this it only costs messages. */
const PROGRESS_EVERY_MS = 200;

/** Makes this dedicated worker one that writes the job it is sent, tells how it went, and ends. */
export function startExportWorker(): void {
  const post = (message: ExportWorkerMessage) => self.postMessage(message);
  self.addEventListener(
    'message',
    (event: MessageEvent<ExportJob<FileRequest>>) => void run(event.data, post),
    {
      once: true,
    },
  );
}

async function run(job: ExportJob<FileRequest>, post: (message: ExportWorkerMessage) => void): Promise<void> {
  let toldAt = 0;
  try {
    const written = await write(job, (progress) => {
      if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
      toldAt = performance.now();
      post({ kind: 'progress', progress });
    });
    await removeExportFiles(job.exportId, ['rows', ...MEDIA_PARTS]);
    post({ kind: 'written', written });
  } catch (thrown) {
    post({ kind: 'failed', error: toErrorReport(await findFileError(thrown)) });
  } finally {
    self.close();
  }
}

async function write(
  job: ExportJob<FileRequest>,
  onProgress: (progress: FileProgress) => void,
): Promise<WrittenExport> {
  const ports = {
    reader: await openExportReader(),
    openFile: (part: ExportFilePart) => openExportFile(job.exportId, part),
  };
  const { request, ...rest } = job;
  if (request.format === 'media')
    // `fetch` wants no other `this`.
    return writeMedia({ ...rest, request }, { ...ports, onProgress, fetch: (url, init) => fetch(url, init) });
  return writeExport({ ...rest, request }, { ...ports, onProgress: (rows) => onProgress({ rows }) });
}

async function openExportReader(): Promise<ExportReader> {
  const database = await openReader();
  return {
    findNote: (noteId) => findNote(database, noteId),
    findCommentList: (noteId) => findCommentList(database, noteId),
    listRedIds: () => listRedIds(database),
    readComments: (noteId) => readComments(database, noteId),
  };
}
