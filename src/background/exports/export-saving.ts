import type { ReadyExport } from '../../messaging/background-to-offscreen/schemas';
import { omitUndefined } from '../../lib/omit-undefined';
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
  /**
   * Goes on after the background was away: looks what became of the downloads, and begins those that were not. Answers
   * `false` where nothing of the file was saved and it is gone with whoever held it: it has to be written anew.
   */
  repeat(record: ExportRecord, ready: ReadyExport | undefined): Promise<boolean>;
}

/** The file decides; a report that the user did not want saved is no failure. */
export function createExportSaving(ports: ExportsPorts, steps: RecordSteps): ExportSaving {
  const save = async (record: ExportRecord, ready: ReadyExport) => {
    const { rows, fileName, reportName, report, media } = ready;
    const told = omitUndefined({ rows, fileName, reportName, report, media });
    const addresses = omitUndefined({ file: ready.fileUrl, report: ready.reportUrl });
    const saving = await steps.update({ ...record, addresses }, { state: 'saving', ...told });
    try {
      const fileDownload = await ports.saveFile({ url: ready.fileUrl, fileName });
      await beginReport(await steps.store({ ...saving, fileDownload }), ready);
    } catch (thrown) {
      await steps.fail(saving, toDownloadError(thrown));
    }
  };
  const beginReport = async (record: ExportRecord, ready: ReadyExport) => {
    const reportDownload = await saveReport(ports, ready);
    return steps.store(reportDownload === null ? withoutReport(record) : { ...record, reportDownload });
  };
  const settle = async (record: ExportRecord, end: DownloadEnd) => {
    const isFile = record.fileDownload === end.downloadId;
    if (isFile && end.state === 'interrupted') return steps.fail(record, toDownloadError(end.reason));
    if (isFile) await markSaved(ports, record);
    const settled =
      end.state === 'complete' ? await nameDownload(ports, record, end.downloadId) : withoutReport(record);
    if (settled.fileDownload === null && settled.reportDownload === null) return steps.finish(settled);
    await steps.store(settled);
  };
  return {
    save,
    settle,
    async repeat(record, ready) {
      const found = await findBegun(ports, record);
      if (found.fileDownload === undefined) {
        if (ready) await save(found, ready);
        return ready !== undefined;
      }
      const known =
        found.reportDownload !== undefined
          ? await steps.store(found)
          : ready
            ? await beginReport(found, ready)
            : await steps.store(withoutReport(found));
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
      return true;
    },
  };
}

/** With the name that the file really got: the browser numbers it when there is one of that name. */
async function nameDownload(
  ports: ExportsPorts,
  record: ExportRecord,
  downloadId: number,
): Promise<ExportRecord> {
  const name = await ports.findSavedName(downloadId);
  const isFile = record.fileDownload === downloadId;
  const named = name === undefined ? {} : isFile ? { fileName: name } : { reportName: name };
  const ended = isFile ? { fileDownload: null } : { reportDownload: null };
  return { ...record, ...ended, state: { ...record.state, ...named } };
}

/** With downloads that were begun, and whose background did not live to write them down. */
async function findBegun(ports: ExportsPorts, record: ExportRecord): Promise<ExportRecord> {
  const { addresses, fileDownload, reportDownload } = record;
  const find = async (known: number | null | undefined, url: string | undefined) =>
    known === undefined && url !== undefined ? ports.findDownload(url) : known;
  return {
    ...record,
    ...omitUndefined({
      fileDownload: await find(fileDownload, addresses?.file),
      reportDownload: await find(reportDownload, addresses?.report),
    }),
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
