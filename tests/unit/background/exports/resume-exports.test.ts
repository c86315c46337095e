import { beforeEach, describe, expect, it } from 'vitest';
import type { Exports } from '../../../../src/background/exports/create-exports';
import { bootExports, createExportsWorld, endWriting, READY, REQUEST } from './exports-world';
import type { ExportsWorld } from './exports-world';

let world: ExportsWorld;
beforeEach(() => {
  world = createExportsWorld();
});

const boot = () => bootExports(world);
const end = (exports: Exports, ended: Parameters<typeof endWriting>[2]) => endWriting(world, exports, ended);
const current = () => world.records.get('id')?.state;

/** The record as it was before its two downloads were written down. */
function loseDownloads() {
  const record = world.records.get('id');
  if (!record) throw new Error('There is no record.');
  const { fileDownload, reportDownload, ...before } = record;
  expect([fileDownload, reportDownload]).toEqual([1, 2]);
  world.records.set('id', before);
  return before;
}

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

  it('finds a download again that was begun and not written down, and saves nothing twice', async () => {
    const exports = boot();
    await exports.start(REQUEST);
    await end(exports, { ready: READY });
    loseDownloads();
    world.downloads.set(1, 'complete');
    await boot().resume();
    expect(world.saved).toEqual(['blob:file', 'blob:report']);
    expect(world.records.get('id')).toMatchObject({ fileDownload: null, reportDownload: 2 });
  });

  it('writes anew what was lost before it was saved, and lets go of what has ended', async () => {
    const exports = boot();
    await exports.start(REQUEST);
    await end(exports, { ready: READY });
    const before = loseDownloads();
    world.saved.length = 0;
    world.held.clear();
    await boot().resume();
    expect([current()?.state, world.writes]).toEqual(['writing', 2]);
    // The background dies between the last word of it and letting go.
    world.records.set('id', { ...before, state: { ...before.state, state: 'done' } });
    await boot().resume();
    expect([world.held.size, world.isAlive]).toEqual([0, false]);
  });

  it('does nothing, and asks nobody, when nothing is open', async () => {
    await boot().resume();
    expect(world.emitted).toEqual([]);
  });
});
