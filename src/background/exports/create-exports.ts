import { createQueue } from '../../lib/create-queue';
import { omitUndefined } from '../../lib/omit-undefined';
import type { HeldExport } from '../../messaging/background-to-offscreen/schemas';
import { AppError } from '../../model/errors';
import { listNoteIds } from '../../model/export';
import type { ExportState, FileRequest } from '../../model/export';
import type { DownloadEnd } from '../../platform/save-file';
import type { FileProgress } from '../../workers/export/job';
import type { ExportRecord } from './export-records';
import { isEnded } from './export-records';
import { createExportSaving } from './export-saving';
import { createExportWriting } from './export-writing';
import type { ExportsPorts } from './exports-ports';
import { createRecordSteps } from './record-steps';
import type { RecordSteps } from './record-steps';

/** Exports from the click to the file on the user's disk. Every change of one is emitted. */
export interface Exports {
  /**
   * Begins an export, or a save of media, and answers its first state. `export-empty`: nothing at all is stored of the
   * note. `media-access-withheld`: the browser does not let us on to the CDN. One of that id that was begun is left as it is.
   */
  start(request: FileRequest, exportId?: string): Promise<ExportState>;
  /**
   * The same for a gesture that no window waits for (context menu, command): what keeps it from starting is kept as an
   * export that failed, and shown by the next window.
   */
  startUnseen(request: FileRequest): Promise<ExportState>;
  /** Stops one that is not on the disk yet; nothing is saved. One that has ended is left as it is. */
  cancel(exportId: string): Promise<void>;
  /** Stops all that are not on the disk yet, and removes every file that any export has left inside the browser. */
  dropAll(): Promise<void>;
  /** Stops those that these notes are in, and keeps nothing of them; what is on the user's disk is the user's. */
  forgetNotes(noteIds: readonly string[]): Promise<void>;
  /** Newest first. */
  list(): Promise<ExportState[]>;
  /** Carries on what an earlier life of the background left unfinished. */
  resume(): Promise<void>;
  onProgress(exportId: string, progress: FileProgress): Promise<void>;
  onEnded(ended: HeldExport): Promise<void>;
  onDownloadEnded(end: DownloadEnd): Promise<void>;
}

/** Everything runs one after the other: two messages about the same export must not overwrite each other's record. */
export function createExports(ports: ExportsPorts): Exports {
  const queue = createQueue();
  const steps = createRecordSteps(ports);
  const writing = createExportWriting(ports, steps);
  const saving = createExportSaving(ports, steps);
  const listOpen = async () => (await ports.records.list()).filter((record) => !isEnded(record));

  const change = (exportId: string, act: (record: ExportRecord) => Promise<unknown>) =>
    queue(async () => {
      const record = await ports.records.find(exportId);
      if (record && !isEnded(record)) await act(record);
    });
  const take = async (record: ExportRecord, { ready, error }: HeldExport) => {
    if (record.state.state !== 'writing') return;
    if (ready) await saving.save(record, ready);
    else if (error) await steps.fail(record, new AppError(error.code, error));
  };
  const carryOn = async (record: ExportRecord, held: HeldExport | undefined) => {
    if (record.state.state === 'writing' && held) return take(record, held);
    if (record.state.state === 'saving' && (await saving.repeat(record, held?.ready))) return;
    await writing.repeat(record);
  };
  return {
    start: (request, exportId) => queue(() => writing.begin(request, exportId)),
    startUnseen: (request) =>
      queue(() => writing.begin(request).catch((thrown: unknown) => writing.refuse(request, thrown))),
    cancel: (exportId) => change(exportId, (record) => steps.fail(record, new AppError('cancelled'))),
    dropAll: () =>
      queue(async () => {
        for (const record of await listOpen()) await steps.cancel(record);
        await ports.host.dropAll();
        await ports.keepAlive(false);
      }),
    forgetNotes: (noteIds) => queue(() => forgetNotes(ports, steps, noteIds)),
    list: async () => (await ports.records.list()).map((record) => record.state),
    resume: () => queue(() => resume(ports, carryOn)),
    onProgress: (exportId, progress) =>
      change(exportId, async (record) => {
        if (record.state.state === 'writing') await steps.update(record, omitUndefined(progress));
      }),
    onEnded: (ended) => change(ended.exportId, (record) => take(record, ended)),
    onDownloadEnded: (end) =>
      queue(async () => {
        const owner = (await listOpen()).find(
          ({ fileDownload, reportDownload }) =>
            fileDownload === end.downloadId || reportDownload === end.downloadId,
        );
        if (owner) await saving.settle(owner, end);
      }),
  };
}

async function resume(
  { records, host, keepAlive }: ExportsPorts,
  carryOn: (record: ExportRecord, held: HeldExport | undefined) => Promise<void>,
): Promise<void> {
  const known = await records.list();
  if (known.length === 0) return;
  const held = new Map((await host.listHeld()).map((one) => [one.exportId, one]));
  const open = known.filter((record) => !isEnded(record));
  for (const record of open) {
    const { exportId } = record.state;
    await carryOn(record, held.get(exportId));
    held.delete(exportId);
  }
  // Of one that has ended, nobody lived to let go.
  for (const exportId of held.keys()) await host.drop(exportId);
  if (open.length === 0) await keepAlive(false);
}

async function forgetNotes(
  { records }: ExportsPorts,
  steps: RecordSteps,
  noteIds: readonly string[],
): Promise<void> {
  const gone = new Set(noteIds);
  for (const record of await records.list()) {
    if (!listNoteIds(record.request).some((noteId) => gone.has(noteId))) continue;
    if (!isEnded(record)) await steps.fail(record, new AppError('cancelled'));
    await records.remove(record.state.exportId);
  }
}
