import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import type { RestoreState } from '../../../../src/model/backup/backup-file';
import { createBackupStore } from '../../../../src/ui/backup/state/create-backup-store';
import { createRestoreStore } from '../../../../src/ui/backup/state/create-restore-store';
import { createBackupClient } from '../../../../src/workers/library/backup/create-backup-client';
import type { BackupClient } from '../../../../src/workers/library/backup/create-backup-client';
import type { CheckedBackup } from '../../../../src/workers/library/backup/types';
import { createFakePorts } from '../support/fake-ports';

const CHECKED: CheckedBackup = {
  header: {
    ...{ product: 'hongshu-companion', format: 1, databaseVersion: 3, extensionVersion: '1', createdAt: 1 },
    stores: {},
  },
  stores: {},
  rows: 5,
  skipped: 0,
};
const STOPPED: RestoreState = { mode: 'merge', state: 'stopped', done: 1, total: 5, skipped: 0 };

/** A worker that is asked, and says what it was asked. */
function createFakeClient(): BackupClient & { readonly asked: string[] } {
  const asked: string[] = [];
  const note = <Value>(word: string, value: Value) => {
    asked.push(word);
    return Promise.resolve(value);
  };
  return {
    asked,
    write: () => note('write', { rows: 5, bytes: 9, file: new Blob(['x']) }),
    unpack: () => note('unpack', CHECKED),
    progress: () => Promise.resolve(undefined),
    close: () => void asked.push('close'),
    whileAlone: (task) => task(),
    removeFile: () => note('removeFile', undefined),
    removeUnpacked: () => note('removeUnpacked', undefined),
  };
}

const leaving = new AbortController();
beforeEach(() => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('choosing a backup', () => {
  it('is refused while an earlier one is not put in whole, and leaves what that one needs', async () => {
    const { ports } = createFakePorts({ answers: { 'restore.find': () => STOPPED } });
    const client = createFakeClient();
    const store = createRestoreStore(ports, client, leaving.signal);
    await store.check(new Blob([]));
    expect(store.chosen.value).toMatchObject({ state: 'failed', error: { code: 'restore-unfinished' } });
    await store.cancel();
    expect(store.chosen.value).toEqual({ state: 'none' });
    expect(client.asked).not.toContain('unpack');
    expect(client.asked).not.toContain('removeUnpacked');
  });

  it('is possible again when it could not be begun: the worker that holds the lock is ended', async () => {
    const { ports } = createFakePorts({
      answers: {
        'restore.find': () => null,
        'restore.start': () => Promise.reject(new AppError('paused')),
      },
    });
    const client = createFakeClient();
    const store = createRestoreStore(ports, client, leaving.signal);
    await store.check(new Blob([]));
    expect(store.chosen.value).toMatchObject({ state: 'checked' });
    await store.start('merge');
    expect(store.chosen.value).toMatchObject({ state: 'failed', error: { code: 'paused' } });
    expect(client.asked).toEqual(['unpack', 'close']);
    await store.check(new Blob([]));
    expect(store.chosen.value).toMatchObject({ state: 'checked' });
  });
});

describe('saving a backup', () => {
  it('ends when it is given up, also before anything is written', async () => {
    let emptied: () => void = () => undefined;
    const { ports, saved } = createFakePorts({
      answers: { 'trash.empty': () => new Promise<object>((resolve) => (emptied = () => resolve({}))) },
    });
    const client = createFakeClient();
    const store = createBackupStore(ports, client);
    const started = store.start();
    store.cancel();
    emptied();
    await started;
    expect(store.backup.value).toEqual({ state: 'idle' });
    expect(client.asked).not.toContain('write');
    expect(saved).toEqual([]);
  });

  it('is done by one window at a time: they share one file', async () => {
    const held = new Set<string>();
    const request = async (name: string, _options: object, task: (lock: object | null) => unknown) => {
      if (held.has(name)) return task(null);
      held.add(name);
      try {
        return await task({ name });
      } finally {
        held.delete(name);
      }
    };
    vi.stubGlobal('navigator', { locks: { request } });
    let emptied: () => void = () => undefined;
    const { ports } = createFakePorts({
      answers: { 'trash.empty': () => new Promise<object>((resolve) => (emptied = () => resolve({}))) },
    });
    const { whileAlone } = createBackupClient(() => {
      throw new Error('no worker');
    });
    const [one, other] = [createFakeClient(), createFakeClient()];
    const first = createBackupStore(ports, { ...one, whileAlone });
    const second = createBackupStore(ports, { ...other, whileAlone });
    const started = first.start();
    await second.start();
    expect(second.backup.value).toMatchObject({ state: 'failed', error: { code: 'database-blocked' } });
    expect(other.asked).toEqual([]);
    first.cancel();
    emptied();
    await started;
    expect(held.size).toBe(0);
  });
});
