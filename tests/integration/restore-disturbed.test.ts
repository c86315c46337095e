/** Restoring a backup beside everything else that goes on. */
import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { dropLeftStaging } from '../../src/background/restore/restore-backup';
import type { RestoreState } from '../../src/model/backup/backup-file';
import { STAGING_NAME } from '../../src/storage/backup/staging';
import { writeBackupByHand } from '../support/backup-text';
import { startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import { comment, JOB, note } from '../support/stored-rows';
import { unpackBackup } from '../support/unpack-backup';
import { waitFor } from '../support/wait-for';

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB(STAGING_NAME);
  background = await startBackgroundUnderTest();
});

const findState = async () =>
  ((await background.call('restore.find', {})) as { value: RestoreState | null }).value;

describe('restoring', () => {
  it('leaves a job that is here as it is: nothing of its past in the backup is to be done again', async () => {
    const item = (itemId: string, state: 'open' | 'done') => ({
      ...{ jobId: JOB.jobId, itemId, order: 1, state, work: {}, attempt: 0, rows: 0 },
    });
    const other = { ...JOB, jobId: 'j2', state: 'done' as const };
    const file = writeBackupByHand({ databaseVersion: 3 }, [
      ['jobs', { ...JOB, state: 'running' }],
      ['jobs', other],
      ['jobItems', item('then', 'open')],
      ['jobItems', { ...item('its', 'done'), jobId: 'j2' }],
      ['jobLog', { jobId: JOB.jobId, seq: 9, at: 9, event: 'started' }],
      ['jobLog', { jobId: 'j2', seq: 1, at: 1, event: 'created' }],
    ]);
    await background.connection.write(async (transaction) => {
      await transaction.objectStore('jobs').put({ ...JOB, state: 'done' } as never);
      await transaction.objectStore('jobItems').put(item('now', 'done'));
    });
    await unpackBackup(file);
    await background.call('restore.start', { mode: 'merge', total: 6, skipped: 0 });
    const state = await waitFor(
      async () => {
        const now = await findState();
        return now?.state === 'done' ? now : undefined;
      },
      { what: 'restoring to be done' },
    );
    expect(state).toMatchObject({ done: 6, total: 6 });
    const stored = await background.readAll();
    expect(stored['jobs']).toEqual([{ ...JOB, state: 'done' }, other]);
    expect(stored['jobItems']).toEqual([item('now', 'done'), { ...item('its', 'done'), jobId: 'j2' }]);
    expect(stored['jobLog']).toMatchObject([{ jobId: 'j2', seq: 1 }]);
  });

  it('ends when everything is deleted meanwhile, and leaves nothing', async () => {
    const rows = Array.from({ length: 2_500 }, (_, each) => ['comments', comment('n1', `c${each}`)] as const);
    await unpackBackup(writeBackupByHand({ databaseVersion: 3 }, rows));
    await background.call('restore.start', { mode: 'merge', total: rows.length, skipped: 0 });
    // The batch that is under way is waited for: what it would write down afterwards is gone, too.
    const { settings } = background.services;
    let isAsked = false;
    Object.assign(background.services, {
      settings: async () => {
        isAsked = true;
        return settings();
      },
    });
    await waitFor(() => isAsked, { what: 'a batch' });
    expect(await background.call('everything.delete', {})).toMatchObject({ ok: true });
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await findState()).toBeNull();
    expect(await background.readAll()).toEqual({});
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(STAGING_NAME);
  });

  it('clears away what a life of the background has left that ended right behind the last record', async () => {
    vi.stubGlobal('navigator', {
      locks: { request: (_name: string, _options: object, task: (lock: object) => unknown) => task({}) },
    });
    const state: RestoreState = { mode: 'merge', state: 'stopped', done: 1, total: 2, skipped: 0 };
    await unpackBackup(writeBackupByHand({ databaseVersion: 3 }, [['notes', note('n9')]]));
    await fakeBrowser.storage.local.set({ restore: state });
    await dropLeftStaging();
    expect((await indexedDB.databases()).map(({ name }) => name)).toContain(STAGING_NAME);
    await fakeBrowser.storage.local.set({ restore: { ...state, state: 'done' } });
    await dropLeftStaging();
    expect((await indexedDB.databases()).map(({ name }) => name)).not.toContain(STAGING_NAME);
    vi.unstubAllGlobals();
  });
});
