import { describe, expect, it } from 'vitest';
import { createExports } from '../../../../src/background/exports/create-exports';
import type { ExportRecord } from '../../../../src/background/exports/export-records';
import type { HeldExport } from '../../../../src/messaging/background-to-offscreen/schemas';
import type { FileRequest } from '../../../../src/model/export';
import type { MediaRequest } from '../../../../src/model/exports/media-request';
import type { ExportJob } from '../../../../src/workers/export/job';
import { createFakeMarks } from './create-fake-marks';

const REQUEST: MediaRequest = {
  format: 'media',
  noteId: 'note',
  kinds: ['image'],
  timeZone: 'UTC',
  language: 'en',
};
const MEDIA = {
  bytes: 9,
  failed: 1,
  expired: 1,
  failures: [{ noteId: 'note', name: 'f/02', reason: 'expired' as const }],
};
const READY = { rows: 2, fileUrl: 'blob:zip', fileName: 'n.zip', media: MEDIA };

function createWorld({ hasMediaAccess = true } = {}) {
  const records = new Map<string, ExportRecord>();
  const held = new Map<string, HeldExport>();
  const saved: string[] = [];
  const jobs: ExportJob<FileRequest>[] = [];
  const marks: Parameters<typeof createFakeMarks>[0] = [];
  const boot = () =>
    createExports({
      extensionVersion: '1',
      host: {
        write: async (job) => {
          jobs.push(job);
          held.set(job.exportId, { exportId: job.exportId });
        },
        drop: async (exportId) => void held.delete(exportId),
        dropAll: async () => held.clear(),
        listHeld: async () => [...held.values()],
      },
      records: {
        find: async (exportId) => records.get(exportId),
        list: async () => [...records.values()],
        save: async (record) => void records.set(record.state.exportId, record),
        remove: async (exportId) => void records.delete(exportId),
      },
      findSubject: async () => ({ isKnown: true, comments: 7 }),
      closeOpenCollections: () => Promise.resolve(),
      hasMediaAccess: async () => hasMediaAccess,
      marks: createFakeMarks(marks),
      emit: async () => undefined,
      saveFile: async ({ url }) => saved.push(url),
      findDownload: async () => undefined,
      findSavedName: async () => 'n (1).zip',
      findDownloadState: async () => 'in_progress',
      keepAlive: async () => undefined,
      now: () => 5,
      createId: () => 'id',
    });
  return { boot, held, saved, jobs, marks, current: () => records.get('id')?.state };
}

describe('a save of media', () => {
  it('goes the way of an export: one file, whose report is within it', async () => {
    const world = createWorld();
    const exports = world.boot();
    expect(await exports.start(REQUEST)).toMatchObject({
      state: 'writing',
      expectedRows: 0,
      media: { failed: 0 },
    });
    expect(world.jobs[0]?.request).toEqual(REQUEST);
    await exports.onProgress('id', { rows: 1, expectedRows: 2, media: MEDIA });
    expect(world.current()).toMatchObject({ rows: 1, expectedRows: 2, media: MEDIA });
    await exports.onEnded({ exportId: 'id', ready: READY });
    expect(world.saved).toEqual(['blob:zip']);
    await exports.onDownloadEnded({ downloadId: 1, state: 'complete' });
    expect(world.current()).toMatchObject({ state: 'done', fileName: 'n (1).zip', media: MEDIA });
    expect(world.held.size).toBe(0);
    expect(world.marks).toEqual([]);
  });

  it('does not begin where the browser does not let us on to the CDN', async () => {
    const world = createWorld({ hasMediaAccess: false });
    await expect(world.boot().start(REQUEST)).rejects.toMatchObject({ code: 'media-access-withheld' });
    expect(world.jobs).toEqual([]);
  });

  it('starts over once after its host was lost, and lets go when it is cancelled', async () => {
    const world = createWorld();
    await world.boot().start(REQUEST);
    world.held.clear();
    const exports = world.boot();
    await exports.resume();
    expect(world.jobs.map(({ request }) => request.format)).toEqual(['media', 'media']);
    await exports.cancel('id');
    expect(world.current()).toMatchObject({ state: 'failed', error: { code: 'cancelled' } });
    expect(world.held.size).toBe(0);
    expect(world.saved).toEqual([]);
  });

  it('is stopped when a note of it is forgotten, and nothing of it is remembered', async () => {
    const world = createWorld();
    const exports = world.boot();
    await exports.start({ ...REQUEST, noteIds: ['note', 'other'] });
    await exports.forgetNotes(['another']);
    expect(world.current()?.state).toBe('writing');
    await exports.forgetNotes(['other']);
    expect(world.held.size).toBe(0);
    expect(await exports.list()).toEqual([]);
  });
});
