/**
 * The disk is full, nearly and to the last byte, while a note is collected and while a file is written: said, nothing lost,
 * all of it in the end. The profile is on a small disk of its own.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { WorldNote } from '../../replica/world/types';
import { readStore } from '../../support/extension-storage';
import { removeFolder } from '../../support/remove-folder';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { DATABASE, openCollectionStand } from '../steps/collection-stand';
import type { CollectionStand } from '../steps/collection-stand';
import { expectWholeFile, expectWholeNote } from '../steps/expect-whole-note';
import { exportInPanel } from '../steps/export-in-panel';
import { fillDisk } from '../steps/fill-disk';
import { flattenComments } from '../steps/flatten-comments';
import { countAll, openHardStage } from '../steps/hard-stage';
import type { HardStage } from '../steps/hard-stage';
import { press } from '../steps/press-buttons';

const FOLDER = 'chromium/disk-full';
const PLAN = {
  key: 'full',
  title: '存不下的笔记',
  topLevelComments: 240,
  repliesOf: (index: number) => (index % 16 === 0 ? 14 : 0),
};
/** Enough for a record, too little for a note's comments. */
const LITTLE = 12 * 1024 * 1024;

const smallDisk = process.env['SMALL_DISK_DIR'];
let makeRoom = (): void => undefined;

function fill(leftBytes: number): void {
  const undo = fillDisk(smallDisk ?? '', leftBytes);
  makeRoom = () => {
    makeRoom = () => undefined;
    undo();
  };
}

describe.skipIf(!smallDisk)('a disk that is nearly full', () => {
  const profileDir = join(smallDisk ?? '', 'profile');
  let stage: HardStage;
  let panel: Page;
  let note: WorldNote;

  beforeAll(async () => {
    stage = await openHardStage([PLAN], { profileDir });
    ({ panel } = stage);
    note = await stage.show('full');
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await takeScreenshot(panel, `${FOLDER}/failed`);
  });

  afterAll(async () => {
    makeRoom();
    await stage?.close();
    removeFolder(profileDir);
  });

  test('while a note is collected: it says so, and asks nobody for what it cannot keep', async () => {
    await stage.collect(200);
    await stage.awaitJob(note, 'some comments', ({ progress }) => progress.rows > 40);
    fill(LITTLE);
    await panel.getByText('The disk is full').first().waitFor({ timeout: 60_000 });
    const { error, progress } = await stage.awaitJob(note, 'the pause', ({ state }) => state === 'paused');
    expect(error?.code).toBe('storage-full');
    await takeScreenshot(panel, `${FOLDER}/collecting`);
    const stored = await stage.listStored(note);
    expect(stored.length).toBeGreaterThanOrEqual(progress.rows);
    expect(stored.length).toBeLessThan(countAll(note));
    const asked = stage.replica.providerCalls.length;
    const { updatedAt } = await stage.awaitJob(note, 'the pause', ({ state }) => state === 'paused');
    await press(panel, 'Resume');
    await stage.awaitJob(
      note,
      'the next pause',
      (job) => job.state === 'paused' && job.updatedAt > updatedAt,
    );
    expect(stage.replica.providerCalls).toHaveLength(asked);
  });

  test('once there is room again it goes on, and comes whole', async () => {
    makeRoom();
    stage.answerAfter(0);
    await press(panel, 'Resume');
    await panel.getByText(`All collected: ${countAll(note)} comments`).waitFor({ timeout: 60_000 });
    expect((await stage.findJob(note))?.state).toBe('done');
    await expectWholeNote({ evaluate: (text) => stage.chromium.extension.evaluate(text), note });
  });

  test('while a file is written: no half file, a word, and the whole file when there is room', async () => {
    const { downloadDir } = stage.chromium;
    const before = readdirSync(downloadDir);
    fill(0);
    await press(panel, 'Export CSV');
    await panel
      .getByText(/disk is full/i)
      .first()
      .waitFor({ timeout: 30_000 });
    await takeScreenshot(panel, `${FOLDER}/exporting`);
    expect(readdirSync(downloadDir)).toEqual(before);
    makeRoom();
    const { ids } = await exportInPanel(panel, downloadDir);
    const wanted = flattenComments(note).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(wanted.toSorted());
  });
});

describe.skipIf(!smallDisk)('a disk that others fill to the last byte under a job', () => {
  let stand: CollectionStand;

  beforeAll(async () => {
    stand = await openCollectionStand({ plan: PLAN, latencyMs: 100, within: smallDisk ?? '' });
  });

  afterAll(async () => {
    makeRoom();
    await stand?.close();
  });

  const countStored = async () => (await readStore(stand.evaluate, DATABASE, 'comments')).length;

  /** Whether the job stands still: paused, or waiting until that can be written down. */
  const isHeld = async () => {
    const stuck = (await stand.caller.demand('job.list-stuck', {})) as unknown[];
    return stuck.length > 0 || (await stand.readJob()).state === 'paused';
  };

  test('what was kept is there again with the room, and after the browser was ended', async () => {
    await stand.start();
    for (const rows of [60, 160]) {
      await waitFor(async () => (await countStored()) >= rows, { what: `${rows} comments` });
      fill(0);
      // The browser may have closed the database, and refuse to open it until there is room.
      await waitFor(() => isHeld().catch(() => true), { what: 'the job to stand still' });
      makeRoom();
      await waitFor(async () => (await countStored()) >= rows, { what: 'what was kept' });
      await stand.killBrowser();
      expect(await countStored()).toBeGreaterThanOrEqual(rows);
    }
  });

  test('and the job comes whole', async () => {
    const { jobId, state } = await stand.readJob();
    if (state === 'paused') await stand.caller.demand('job.resume', { jobId });
    await waitFor(async () => (await stand.readJob()).state === 'done' || undefined, {
      what: 'the end of the job',
    });
    await expectWholeNote(stand);
    await expectWholeFile(stand);
  });
});
