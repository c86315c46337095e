import { toAppError, toErrorReport } from '../../model/errors';
import { findCommentList } from '../../storage/readers/find-comment-list';
import { findNote } from '../../storage/readers/find-note';
import { listRedIds } from '../../storage/readers/list-red-ids';
import { openReader } from '../../storage/readers/open-reader';
import { readComments } from '../../storage/readers/read-comments';
import { openExportFile, removeExportFiles } from './export-files';
import type { ExportJob, ExportWorkerMessage } from './job';
import type { ExportReader } from './write-export';
import { writeExport } from './write-export';

/** Progress is for eyes: more often than this it only costs messages. */
const PROGRESS_EVERY_MS = 200;

/** Makes this dedicated worker one that writes the job it is sent, tells how it went, and ends. */
export function startExportWorker(): void {
  const post = (message: ExportWorkerMessage) => self.postMessage(message);
  self.addEventListener('message', (event: MessageEvent<ExportJob>) => void run(event.data, post), {
    once: true,
  });
}

async function run(job: ExportJob, post: (message: ExportWorkerMessage) => void): Promise<void> {
  let toldAt = 0;
  try {
    const written = await writeExport(job, {
      reader: await openExportReader(),
      openFile: (part) => openExportFile(job.exportId, part),
      onProgress: (rows) => {
        if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
        toldAt = performance.now();
        post({ kind: 'progress', rows });
      },
    });
    await removeExportFiles(job.exportId, ['rows']);
    post({ kind: 'written', written });
  } catch (thrown) {
    post({ kind: 'failed', error: toErrorReport(toAppError(thrown)) });
  } finally {
    self.close();
  }
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
