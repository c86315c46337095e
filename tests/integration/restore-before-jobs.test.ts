/** A restoring that a life of the background has left in its middle comes before everything that jobs have to do. */
import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { boot } from '../../src/background/boot';
import type { RestoreState } from '../../src/model/backup/backup-file';
import type { Job } from '../../src/model/jobs/job';
import { STAGING_NAME } from '../../src/storage/backup/staging';
import { changeSettings } from '../../src/storage/settings';
import { startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import { writeBackupByHand } from '../support/backup-text';
import { comment, JOB, note } from '../support/stored-rows';
import { unpackBackup } from '../support/unpack-backup';
import { waitFor } from '../support/wait-for';

/** More than one batch of what is put in. */
const COMMENTS = 1_500;

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  await deleteDB(STAGING_NAME);
  background = await startBackgroundUnderTest();
});

/** A job that is under way and has nothing left to do: the first thing that is done about it ends it. */
const putJob = () =>
  background.connection.write(async (transaction) => {
    const input = { from: { kind: 'listed', notes: [] }, most: 5, details: true, comments: false };
    await transaction.objectStore('jobs').put({ ...JOB, kind: 'collect-notes', input } as Job);
  });

const leaveInTheMiddle = async (changes: Partial<RestoreState> = {}) => {
  const rows = Array.from(
    { length: COMMENTS },
    (_, each) => ['comments', comment('n1', `c${each}`)] as const,
  );
  await unpackBackup(writeBackupByHand({ databaseVersion: 3 }, [['notes', note('n1')], ...rows]));
  const state = { mode: 'merge', state: 'copy', store: 'notes', done: 0, total: COMMENTS + 1, skipped: 0 };
  await fakeBrowser.storage.local.set({ restore: { ...state, ...changes } });
};

const findJob = async () => (await background.connection.open()).get('jobs', JOB.jobId);
const findState = async () =>
  ((await background.call('restore.find', {})) as { value: RestoreState | null }).value?.state;
const untilOver = () =>
  waitFor(async () => ((await findJob())?.state === 'done' ? true : undefined), { what: 'the job to end' });

/** How many comments are stored at each moment at which a job is about to be changed. */
function watchJobs(): number[] {
  const seen: number[] = [];
  const { connection } = background;
  const { write } = connection;
  const watched: typeof write = async (change, stores) => {
    if (stores?.includes('jobs') === true) seen.push(await (await connection.open()).count('comments'));
    return write(change, stores);
  };
  Object.assign(connection, { write: watched });
  return seen;
}

describe('jobs beside a restoring that was left in its middle', () => {
  it('wait for it, whatever wakes them, and go on when it is over', async () => {
    await putJob();
    await leaveInTheMiddle();
    const seen = watchJobs();
    // An alarm, or a message, of the first moment of this life.
    await background.services.jobs.wake();
    expect(await findJob()).toMatchObject({ state: 'queued' });
    expect(seen).toEqual([]);
    await boot(background.services);
    await untilOver();
    expect(await findState()).toBe('done');
    expect(new Set(seen)).toEqual(new Set([COMMENTS]));
    await waitFor(async () => !(await fakeBrowser.alarms.get('restore')), { what: 'no alarm' });
  });

  it('are not waited for: a start that finds both begins with the restoring', async () => {
    await putJob();
    await leaveInTheMiddle();
    // Work that lasts for hours.
    Object.assign(background.services, {
      jobs: { ...background.services.jobs, wake: () => new Promise(() => undefined) },
    });
    void boot(background.services);
    await waitFor(async () => ((await findState()) === 'done' ? true : undefined), { what: 'the restoring' });
    expect(await (await background.connection.open()).count('comments')).toBe(COMMENTS);
  });

  it('have the next life woken, should this one end in the middle as well', async () => {
    await leaveInTheMiddle();
    const { settings } = background.services;
    let ask: () => void = () => undefined;
    const asked = new Promise<void>((resolve) => (ask = resolve));
    let goOn: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    // A batch is about to be stored.
    Object.assign(background.services, {
      settings: async () => {
        ask();
        await held;
        return settings();
      },
    });
    void boot(background.services);
    await asked;
    expect(await fakeBrowser.alarms.get('restore')).toMatchObject({ periodInMinutes: 1 });
    goOn();
    await waitFor(async () => ((await findState()) === 'done' ? true : undefined), { what: 'the restoring' });
  });

  it('do not wait for one that the user has left: it may stay so for good', async () => {
    await putJob();
    await leaveInTheMiddle({ state: 'stopped' });
    await changeSettings({ paused: false });
    await boot(background.services);
    await untilOver();
    expect(await findState()).toBe('stopped');
  });
});
