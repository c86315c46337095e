import { beforeEach, describe, expect, it } from 'vitest';
import type { Exports } from '../../../../src/background/exports/create-exports';
import type { ExportRequest } from '../../../../src/model/export';
import { bootExports, createExportsWorld, endWriting, READY, REQUEST } from './exports-world';
import type { ExportsWorld } from './exports-world';

let world: ExportsWorld;
beforeEach(() => {
  world = createExportsWorld();
});

const boot = () => bootExports(world);
const end = (exports: Exports, ended: Parameters<typeof endWriting>[2]) => endWriting(world, exports, ended);
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
