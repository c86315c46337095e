import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createBackupWork } from '../../../../src/workers/library/backup/create-backup-work';
import { writeBackupByHand } from '../../../support/backup-text';
import { note } from '../../../support/stored-rows';

/** Locks by name, as the browser has them: each is held until the promise of its task is settled. */
const held = new Set<string>();
beforeEach(() => {
  held.clear();
  const request = async (name: string, _options: object, task: (lock: object | null) => unknown) => {
    if (held.has(name)) return task(null);
    held.add(name);
    await task({ name });
    held.delete(name);
  };
  vi.stubGlobal('navigator', { locks: { request } });
});
afterEach(() => vi.unstubAllGlobals());

const fileOf = (noteId: string) =>
  new Blob([writeBackupByHand({ databaseVersion: 3 }, [['notes', note(noteId)]]) as Uint8Array<ArrayBuffer>]);

it('one worker unpacks one file after the other, another one has to wait', async () => {
  const work = createBackupWork();
  expect(await work.unpack(fileOf('n1'))).toMatchObject({ rows: 1, skipped: 0 });
  expect(await work.unpack(fileOf('n2'))).toMatchObject({ rows: 1, skipped: 0 });
  await expect(createBackupWork().unpack(fileOf('n3'))).rejects.toMatchObject({ code: 'database-blocked' });
});
