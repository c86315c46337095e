import { createExports } from '../../../../src/background/exports/create-exports';
import type { Exports } from '../../../../src/background/exports/create-exports';
import type { ExportRecord } from '../../../../src/background/exports/export-records';
import type { ExportsPorts } from '../../../../src/background/exports/exports-ports';
import type { ExportMark } from '../../../../src/model/exports/export-mark';
import type { HeldExport } from '../../../../src/messaging/background-to-offscreen/schemas';
import type { ExportRequest, ExportState, FileRequest } from '../../../../src/model/export';
import type { ExportJob } from '../../../../src/workers/export/job';
import { toEnding } from '../../export/support/format-options';
import { createFakeMarks } from './create-fake-marks';

export const REQUEST: ExportRequest = {
  noteId: 'note',
  format: 'csv',
  preset: 'excel',
  withNoteColumns: false,
  timeZone: 'UTC',
  language: 'en',
};
export const READY = {
  rows: 7,
  fileUrl: 'blob:file',
  reportUrl: 'blob:report',
  fileName: 'n.csv',
  reportName: 'n.report.json',
  report: toEnding().report,
};

/** What outlives the background, and what stands in for the browser. */
export interface ExportsWorld {
  readonly records: Map<string, ExportRecord>;
  readonly held: Map<string, HeldExport>;
  readonly emitted: ExportState[];
  readonly saved: string[];
  readonly downloads: Map<number, 'in_progress' | 'complete' | 'interrupted'>;
  subject: { isKnown: boolean; comments: number };
  isAlive: boolean;
  /** Files of exports that no host holds any more. */
  left: number;
  writes: number;
  readonly marks: ExportMark[];
  /** What the host was handed last. */
  job?: ExportJob<FileRequest>;
  refuses?: { url: string; reason: string };
}

export const createExportsWorld = (): ExportsWorld => ({
  records: new Map(),
  held: new Map(),
  emitted: [],
  saved: [],
  downloads: new Map(),
  marks: [],
  subject: { isKnown: true, comments: 7 },
  isAlive: false,
  left: 1,
  writes: 0,
});

/** One life of the background. */
export function bootExports(world: ExportsWorld): Exports {
  const ports: ExportsPorts = {
    extensionVersion: '1',
    host: {
      write: async (job) => {
        world.writes += 1;
        world.job = job;
        world.held.set(job.exportId, { exportId: job.exportId });
      },
      drop: async (exportId) => void world.held.delete(exportId),
      dropAll: async () => {
        world.held.clear();
        world.left = 0;
      },
      listHeld: async () => [...world.held.values()],
    },
    records: {
      find: async (exportId) => world.records.get(exportId),
      list: async () => [...world.records.values()],
      save: async (record) => void world.records.set(record.state.exportId, record),
      remove: async (exportId) => void world.records.delete(exportId),
    },
    findSubject: async () => world.subject,
    closeOpenCollections: () => Promise.resolve(),
    hasMediaAccess: async () => false,
    marks: createFakeMarks(world.marks),
    emit: async (state) => void world.emitted.push(state),
    saveFile: async ({ url }) => {
      if (world.refuses?.url === url) throw new Error(world.refuses.reason);
      const downloadId = world.saved.push(url);
      world.downloads.set(downloadId, 'in_progress');
      return downloadId;
    },
    findDownload: async (url) => {
      const place = world.saved.lastIndexOf(url);
      return place < 0 ? undefined : place + 1;
    },
    findSavedName: async (downloadId) => `saved-${downloadId}`,
    findDownloadState: async (downloadId) => world.downloads.get(downloadId),
    keepAlive: async (isWorking) => void (world.isAlive = isWorking),
    now: () => 5,
    createId: () => 'id',
  };
  return createExports(ports);
}

/** As the host would: what it tells, it also holds. */
export function endWriting(
  world: ExportsWorld,
  exports: Exports,
  ended: Omit<HeldExport, 'exportId'>,
): Promise<void> {
  const one = { exportId: 'id', ...ended };
  world.held.set('id', one);
  return exports.onEnded(one);
}
