import { beforeEach, describe, expect, it } from 'vitest';
import type { Exports } from '../../../../src/background/exports/create-exports';
import { createExports } from '../../../../src/background/exports/create-exports';
import type { ExportRecord } from '../../../../src/background/exports/export-records';
import type { ExportsPorts } from '../../../../src/background/exports/exports-ports';
import type { ExportMark } from '../../../../src/model/exports/export-mark';
import type { HeldExport } from '../../../../src/messaging/background-to-offscreen/schemas';
import type { ExportRequest, ExportState, FileRequest } from '../../../../src/model/export';
import type { ExportJob } from '../../../../src/workers/export/job';
import { createFakeMarks } from './create-fake-marks';
import { toEnding } from '../../export/support/format-options';

const REQUEST: ExportRequest = {
  noteId: 'note',
  format: 'csv',
  preset: 'excel',
  withNoteColumns: false,
  timeZone: 'UTC',
  language: 'en',
};
const READY = {
  rows: 7,
  fileUrl: 'blob:file',
  reportUrl: 'blob:report',
  fileName: 'n.csv',
  reportName: 'n.report.json',
  report: toEnding().report,
};

/** What outlives the background, and what stands in for the browser. */
interface World {
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

let world: World;
beforeEach(() => {
  world = {
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
  };
});

/** One life of the background. */
function boot(): Exports {
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
    findSavedName: async (downloadId) => `saved-${downloadId}`,
    findDownloadState: async (downloadId) => world.downloads.get(downloadId),
    keepAlive: async (isWorking) => void (world.isAlive = isWorking),
    now: () => 5,
    createId: () => 'id',
  };
  return createExports(ports);
}

/** As the host would: what it tells, it also holds. */
function end(exports: Exports, ended: Omit<HeldExport, 'exportId'>): Promise<void> {
  const one = { exportId: 'id', ...ended };
  world.held.set('id', one);
  return exports.onEnded(one);
}

const current = () => world.records.get('id')?.state;

describe('createExports', () => {
  it('goes from writing over saving to done, and lets go of everything', async () => {
    const exports = boot();
    expect(await exports.start(REQUEST)).toMatchObject({
      exportId: 'id',
      state: 'writing',
      rows: 0,
      expectedRows: 7,
    });
    expect(world.isAlive).toBe(true);
    await exports.onProgress('id', { rows: 3 });
    expect(current()?.rows).toBe(3);
    await end(exports, { ready: READY });
    expect(current()).toMatchObject({ state: 'saving', rows: 7, fileName: 'n.csv' });
    expect(world.saved).toEqual(['blob:file', 'blob:report']);
    await exports.onDownloadEnded({ downloadId: 1, state: 'complete' });
    expect(current()?.state).toBe('saving');
    await exports.onDownloadEnded({ downloadId: 2, state: 'complete' });
    expect(current()).toMatchObject({ state: 'done', fileName: 'saved-1', reportName: 'saved-2' });
    expect(world.held.size).toBe(0);
    expect(world.isAlive).toBe(false);
    expect(world.emitted.at(-1)?.state).toBe('done');
  });

  it('refuses a note of which nothing is stored, but not one without comments', async () => {
    world.subject = { isKnown: false, comments: 0 };
    await expect(boot().start(REQUEST)).rejects.toMatchObject({ code: 'export-empty' });
    world.subject = { isKnown: true, comments: 0 };
    expect((await boot().start(REQUEST)).state).toBe('writing');
  });

  it('keeps what a gesture without a window could not even begin, for the next window to show', async () => {
    world.subject = { isKnown: false, comments: 0 };
    const exports = boot();
    const refused = { state: 'failed', noteId: 'note', rows: 0, error: { code: 'export-empty' } };
    expect(await exports.startUnseen(REQUEST)).toMatchObject(refused);
    expect(await exports.list()).toMatchObject([refused]);
    expect(world.emitted).toMatchObject([refused]);
    expect(world.writes).toBe(0);
  });

  it('ends what is under way and leaves no file behind when everything is dropped', async () => {
    const exports = boot();
    await exports.start(REQUEST);
    await exports.dropAll();
    expect(world.emitted.at(-1)).toMatchObject({ state: 'failed', error: { code: 'cancelled' } });
    expect(world.held.size).toBe(0);
    expect(world.left).toBe(0);
    expect(world.isAlive).toBe(false);
    await end(exports, { ready: READY });
    expect(world.saved).toEqual([]);
  });

  it('tells why writing failed', async () => {
    const exports = boot();
    await exports.start(REQUEST);
    await end(exports, { error: { code: 'storage-full', message: '', retryable: false, details: {} } });
    expect(current()).toMatchObject({ state: 'failed', error: { code: 'storage-full' } });
    expect(world.held.size).toBe(0);
  });

  it.each([
    ['USER_CANCELED', 'cancelled'],
    ['FILE_NO_SPACE', 'storage-full'],
    ['FILE_FAILED', 'download-failed'],
  ])('takes the end %s of the file for %s', async (reason, code) => {
    const exports = boot();
    await exports.start(REQUEST);
    await end(exports, { ready: READY });
    await exports.onDownloadEnded({ downloadId: 1, state: 'interrupted', reason });
    expect(current()).toMatchObject({ state: 'failed', error: { code } });
  });

  it('fails when the browser refuses the file, not when it refuses the report', async () => {
    world.refuses = { url: 'blob:file', reason: 'Invalid filename' };
    const exports = boot();
    await exports.start(REQUEST);
    await end(exports, { ready: READY });
    expect(current()).toMatchObject({ state: 'failed', error: { code: 'download-failed' } });

    world.refuses = { url: 'blob:report', reason: 'Download canceled by the user' };
    await exports.start(REQUEST);
    await end(exports, { ready: READY });
    await exports.onDownloadEnded({ downloadId: world.saved.length, state: 'complete' });
    expect(current()?.state).toBe('done');
    expect(current()?.reportName).toBeUndefined();
  });

  it('ignores downloads of others, and what comes after the end', async () => {
    const exports = boot();
    await exports.start(REQUEST);
    await exports.onDownloadEnded({ downloadId: 99, state: 'complete' });
    await exports.cancel('id');
    expect(current()).toMatchObject({ state: 'failed', error: { code: 'cancelled' } });
    await end(exports, { ready: READY });
    await exports.onProgress('id', { rows: 5 });
    await exports.cancel('id');
    expect(current()).toMatchObject({ state: 'failed', rows: 0 });
    expect(world.saved).toEqual([]);
  });
});

describe('resume', () => {
  it('leaves alone what is still being written', async () => {
    await boot().start(REQUEST);
    await boot().resume();
    expect([current()?.state, world.writes]).toEqual(['writing', 1]);
  });

  it('takes what was written while nobody listened', async () => {
    await boot().start(REQUEST);
    world.held.set('id', { exportId: 'id', ready: READY });
    await boot().resume();
    expect(current()?.state).toBe('saving');
    expect(world.saved).toEqual(['blob:file', 'blob:report']);
  });

  it('begins again once when the host was lost, then says so', async () => {
    await boot().start(REQUEST);
    world.held.clear();
    await boot().resume();
    expect([current()?.state, world.writes]).toEqual(['writing', 2]);
    world.held.clear();
    await boot().resume();
    expect(current()).toMatchObject({
      state: 'failed',
      error: { code: 'unexpected', details: { reason: 'interrupted' } },
    });
    expect(world.isAlive).toBe(false);
  });

  it('looks what became of downloads that ended meanwhile', async () => {
    const exports = boot();
    await exports.start(REQUEST);
    await end(exports, { ready: READY });
    world.downloads.set(1, 'complete');
    await boot().resume();
    expect(current()?.state).toBe('saving');
    world.downloads.set(2, 'interrupted');
    await boot().resume();
    expect(current()).toMatchObject({ state: 'done', fileName: 'saved-1' });
    expect(current()?.reportName).toBeUndefined();
  });

  it('does nothing, and asks nobody, when nothing is open', async () => {
    await boot().resume();
    expect(world.emitted).toEqual([]);
  });
});

describe('marks', () => {
  const save = async (request: ExportRequest) => {
    const exports = boot();
    await exports.start(request);
    await end(exports, { ready: READY });
    await exports.onDownloadEnded({ downloadId: world.saved.length - 1, state: 'complete' });
    await exports.onDownloadEnded({ downloadId: world.saved.length, state: 'complete' });
  };

  const findSince = async (changes: Partial<ExportRequest>) => {
    world.records.clear();
    await boot().start({ ...REQUEST, onlyNew: true, ...changes });
    return world.job?.since;
  };

  it('are set once the file is on the disk, for every note in it, and handed to the next export of what is new', async () => {
    await save({ ...REQUEST, noteIds: ['note', 'other'] });
    const mark = { noteId: 'note', format: 'csv', exportedAt: 5, rows: 7 } as const;
    expect(world.marks).toEqual([mark, { ...mark, noteId: 'other' }]);
    expect(await findSince({})).toEqual({ note: 5 });
    expect(await findSince({ format: 'xlsx' })).toEqual({});
    world.marks[0] = { ...mark, exportedAt: 1_000_000 };
    expect(await findSince({})).toEqual({});
  });

  it('are not set by a file that is filtered, one that was not saved, or one that failed', async () => {
    await save({ ...REQUEST, filter: { text: 'x', sort: 'site' } });
    const exports = boot();
    await exports.start(REQUEST);
    await end(exports, { ready: READY });
    const downloadId = world.saved.length - 1;
    await exports.onDownloadEnded({ downloadId, state: 'interrupted', reason: 'FILE_FAILED' });
    expect(world.marks).toEqual([]);
  });
});
