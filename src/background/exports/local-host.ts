import type { HeldExport, ReadyExport } from '../../messaging/background-to-offscreen/schemas';
import { omitUndefined } from '../../lib/omit-undefined';
import { toErrorReport } from '../../model/errors';
import { findFileError } from '../../storage/disk/find-file-error';
import {
  readExportFile,
  removeAllExportFiles,
  removeExportFiles,
  removeLeftExportFiles,
} from '../../workers/export/export-files';
import type { ExportWorkerMessage, WrittenExport } from '../../workers/export/job';
import type { ExportHost, ExportHostEvents } from './export-host';

/** A host in this document, one dedicated worker for each job. Where there is no DOM (a service worker) it cannot be. */
export function createLocalHost(workerUrl: string, events: ExportHostEvents): ExportHost {
  const held = new Map<string, HeldExport>();
  const workers = new Map<string, Worker>();
  const clean = createCleaning();

  const end = (ended: HeldExport) => {
    workers.get(ended.exportId)?.terminate();
    workers.delete(ended.exportId);
    // Dropped meanwhile: nobody waits for it.
    if (!held.has(ended.exportId)) return;
    held.set(ended.exportId, ended);
    events.onEnded(ended);
  };
  const fail = async (exportId: string, thrown: unknown) =>
    end({ exportId, error: toErrorReport(await findFileError(thrown)) });
  const take = (exportId: string, message: ExportWorkerMessage) => {
    if (message.kind === 'progress') events.onProgress(exportId, message.progress);
    else if (message.kind === 'failed') end({ exportId, error: message.error });
    else {
      createAddresses(exportId, message.written).then(
        (ready) => end({ exportId, ready }),
        (thrown: unknown) => void fail(exportId, thrown),
      );
    }
  };
  return {
    async write(job) {
      if (held.has(job.exportId)) return;
      held.set(job.exportId, { exportId: job.exportId });
      await clean().catch((thrown: unknown) => {
        held.delete(job.exportId);
        throw thrown;
      });
      // Dropped meanwhile.
      if (!held.has(job.exportId)) return;
      const worker = new Worker(workerUrl);
      workers.set(job.exportId, worker);
      worker.addEventListener('message', (event: MessageEvent<ExportWorkerMessage>) =>
        take(job.exportId, event.data),
      );
      worker.addEventListener('error', (event) => void fail(job.exportId, new Error(event.message)));
      worker.postMessage(job);
    },
    async drop(exportId) {
      const ready = held.get(exportId)?.ready;
      held.delete(exportId);
      workers.get(exportId)?.terminate();
      workers.delete(exportId);
      if (ready) revoke(ready);
      await removeExportFiles(exportId);
    },
    async dropAll() {
      const all = [...held.values()];
      held.clear();
      for (const worker of workers.values()) worker.terminate();
      workers.clear();
      for (const { ready } of all) if (ready) revoke(ready);
      await removeAllExportFiles();
    },
    listHeld: () => Promise.resolve([...held.values()]),
  };
}

/** Removes what an earlier document left behind: once, before the first file of this one is made; tried again if it failed. */
function createCleaning(): () => Promise<void> {
  let cleaned: Promise<void> | undefined;
  return async () => {
    try {
      await (cleaned ??= removeLeftExportFiles(new Set()));
    } catch (thrown) {
      cleaned = undefined;
      throw await findFileError(thrown);
    }
  };
}

function revoke({ fileUrl, reportUrl }: ReadyExport): void {
  for (const url of [fileUrl, reportUrl]) if (url !== undefined) URL.revokeObjectURL(url);
}

async function createAddresses(exportId: string, written: WrittenExport): Promise<ReadyExport> {
  const { mimeType, bytes, ...told } = written;
  void bytes;
  const file = await readExportFile(exportId, 'file', mimeType);
  const ready = omitUndefined({ ...told, fileUrl: URL.createObjectURL(file) });
  if (written.report === undefined) return ready;
  const report = await readExportFile(exportId, 'report', 'application/json');
  return { ...ready, reportUrl: URL.createObjectURL(report) };
}
