import type { ReadyExport } from '../../messaging/background-to-offscreen/schemas';
import { omitUndefined } from '../../lib/omit-undefined';
import { AppError } from '../../model/errors';
import { listNoteIds } from '../../model/export';
import type { DownloadEnd } from '../../platform/save-file';
import { toDownloadError } from './download-error';
import type { ExportRecord } from './export-records';
import { isEnded } from './export-records';
import type { ExportsPorts } from './exports-ports';
import type { RecordSteps } from './record-steps';

/** The second half of an export: from the written file to the user's disk. */
export interface ExportSaving {
  save(record: ExportRecord, ready: ReadyExport): Promise<void>;
  /** One of its two downloads has ended. */
  settle(record: ExportRecord, end: DownloadEnd): Promise<void>;
  /** Looks what became of the downloads while the background was away. */
  repeat(record: ExportRecord, ready: ReadyExport | undefined): Promise<void>;
}

/** The file decides; a report that the user did not want saved is no failure. */
export function createExportSaving(ports: ExportsPorts, steps: RecordSteps): ExportSaving {
  const save = async (record: ExportRecord, ready: ReadyExport) => {
    const { rows, fileName, reportName, report, media } = ready;
    const told = omitUndefined({ rows, fileName, reportName, report, media });
    const saving = await steps.update(record, { state: 'saving', ...told });
    try {
      const fileDownload = await ports.saveFile({ url: ready.fileUrl, fileName });
      await steps.store({ ...saving, fileDownload });
      const reportDownload = await saveReport(ports, ready);
      const started = reportDownload === null ? withoutReport(saving) : { ...saving, reportDownload };
      await steps.store({ ...started, fileDownload });
    } catch (thrown) {
      await steps.fail(saving, toDownloadError(thrown));
    }
  };
  const settle = async (record: ExportRecord, end: DownloadEnd) => {
    const isFile = record.fileDownload === end.downloadId;
    if (isFile && end.state === 'interrupted') return steps.fail(record, toDownloadError(end.reason));
    if (isFile) await markSaved(ports, record);
    const settled =
      end.state === 'complete' ? await nameDownload(record, end.downloadId) : withoutReport(record);
    if (settled.fileDownload === null && settled.reportDownload === null) return steps.finish(settled);
    await steps.store(settled);
  };
  /** With the name that the file really got: the browser numbers it when there is one of that name. */
  const nameDownload = async (record: ExportRecord, downloadId: number): Promise<ExportRecord> => {
    const name = await ports.findSavedName(downloadId);
    const isFile = record.fileDownload === downloadId;
    const named = name === undefined ? {} : isFile ? { fileName: name } : { reportName: name };
    const ended = isFile ? { fileDownload: null } : { reportDownload: null };
    return { ...record, ...ended, state: { ...record.state, ...named } };
  };
  return {
    save,
    settle,
    async repeat(record, ready) {
      if (record.fileDownload === undefined) {
        if (ready) return save(record, ready);
        return steps.fail(
          record,
          new AppError('download-failed', { retryable: true, details: { reason: 'interrupted' } }),
        );
      }
      const known = record.reportDownload === undefined ? await steps.store(withoutReport(record)) : record;
      for (const downloadId of [known.fileDownload, known.reportDownload]) {
        if (typeof downloadId !== 'number') continue;
        const state = await ports.findDownloadState(downloadId);
        const current = await ports.records.find(known.state.exportId);
        if (state === 'in_progress' || !current || isEnded(current)) continue;
        await settle(
          current,
          state === 'complete'
            ? { downloadId, state }
            : { downloadId, state: 'interrupted', reason: 'missed' },
        );
      }
    },
  };
}

/** `null`: there is none to save, or none was wanted. */
async function saveReport(
  ports: ExportsPorts,
  { reportUrl, reportName }: ReadyExport,
): Promise<number | null> {
  // Media have theirs within the file.
  if (reportUrl === undefined || reportName === undefined) return null;
  // The browser asked where to save it, and the user said nowhere: the file is theirs all the same.
  return ports.saveFile({ url: reportUrl, fileName: reportName }).catch(() => null);
}

function withoutReport(record: ExportRecord): ExportRecord {
  const state = { ...record.state };
  delete state.reportName;
  return { ...record, state, reportDownload: null };
}

/** The file is on the disk: the next one may begin where it ended. One that was filtered has gaps, and marks nothing. */
async function markSaved({ marks }: ExportsPorts, { request, state }: ExportRecord): Promise<void> {
  if (request.format === 'media' || request.filter) return;
  const { format } = request;
  const { startedAt: exportedAt, rows } = state;
  const made = listNoteIds(request).map((noteId) => ({ noteId, format, exportedAt, rows }));
  // Without its mark the next file holds rows that this one has; the file itself is the user's all the same.
  await marks.save(made).catch(() => undefined);
}
