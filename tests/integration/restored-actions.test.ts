import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { RestoreState } from '../../src/model/backup/backup-file';
import { openStaging, STAGING_NAME } from '../../src/storage/backup/staging';
import { DATABASE_VERSION } from '../../src/storage/schema';
import { NOW, startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import { ATTEMPT, JOB } from '../support/stored-rows';
import { waitFor } from '../support/wait-for';

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB(STAGING_NAME);
  background = await startBackgroundUnderTest();
});

async function restore(
  mode: RestoreState['mode'],
  store: 'jobs' | 'actions',
  rows: readonly object[],
): Promise<void> {
  const staging = await openStaging(DATABASE_VERSION);
  await staging.put(rows.map((row) => [store, row as Record<string, unknown>]));
  await staging.finish();
  const started = await background.call('restore.start', { mode, total: rows.length, skipped: 0 });
  expect(started).toMatchObject({ ok: true });
  const findState = async () =>
    ((await background.call('restore.find', {})) as { value: RestoreState | null }).value?.state;
  await waitFor(async () => ((await findState()) === 'done' ? true : undefined), { what: 'restored' });
}

it('brings back no queue that would send what may have been sent since', async () => {
  const acting = { ...JOB, kind: 'act', input: { mode: 'send', targets: [] } };
  await restore('merge', 'jobs', [
    { ...acting, jobId: 'over', state: 'done' },
    { ...acting, jobId: 'paused', state: 'paused' },
    { ...acting, jobId: 'running', state: 'running' },
  ]);
  expect((await background.readAll())['jobs']).toMatchObject([
    { jobId: 'over', state: 'done' },
    { jobId: 'paused', state: 'cancelled' },
    { jobId: 'running', state: 'cancelled' },
  ]);
});

it('replaces the log of actions, but for what counts under the caps', async () => {
  await background.connection.write(async (transaction) => {
    await transaction.objectStore('actions').put({ ...ATTEMPT, at: 1 });
    await transaction.objectStore('actions').put({ ...ATTEMPT, actionId: 'today', at: NOW });
  });
  const older = { ...ATTEMPT, actionId: 'older', at: 2 };
  await restore('replace', 'actions', [older]);
  expect((await background.readAll())['actions']).toEqual([
    older,
    { ...ATTEMPT, actionId: 'today', at: NOW },
  ]);
});
