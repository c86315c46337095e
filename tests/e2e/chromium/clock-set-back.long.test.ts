/** The clock is set back by a day while a job waits, and while one runs: both go on, and no time on screen is absurd. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { repeat } from '../../replica/providers/faults';
import { createTurnedClock } from '../../support/desk/turned-clock';
import type { TurnedClock } from '../../support/desk/turned-clock';
import { removeFolder } from '../../support/remove-folder';
import { takeScreenshot } from '../../support/screenshots';
import { findDeskPrograms } from '../../support/setup/desk-programs';
import { exportInPanel } from '../steps/export-in-panel';
import { findNote } from '../steps/find-note';
import { flattenComments } from '../steps/flatten-comments';
import { countAll, expectAskedOnce, openHardStage } from '../steps/hard-stage';
import type { HardStage } from '../steps/hard-stage';
import { press } from '../steps/press-buttons';

const FOLDER = 'chromium/clock-set-back';
const DAY_MS = 86_400_000;
const SIZE = { topLevelComments: 200, repliesOf: (index: number) => (index % 20 === 0 ? 14 : 0) };
const PLANS = [
  { key: 'waiting', title: '等着的笔记', ...SIZE },
  { key: 'running', title: '正在收的笔记', ...SIZE },
];

const programs = findDeskPrograms('clock');

describe.skipIf(!programs)('a clock that is set back by a day', () => {
  let stage: HardStage;
  let panel: Page;
  let clock: TurnedClock;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'clock-'));
    clock = createTurnedClock(programs?.TCC_PATH ?? '', folder);
    stage = await openHardStage(PLANS, { environment: clock.environment });
    ({ panel } = stage);
  });

  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail') await takeScreenshot(panel, `${FOLDER}/failed`);
  });

  afterAll(async () => {
    await stage?.close();
    removeFolder(folder);
  });

  const now = async () => (await panel.evaluate('Date.now()')) as number;

  test('is one of the browser alone, in its pages and in its worker', async () => {
    const before = await now();
    expect(Math.abs(before - Date.now())).toBeLessThan(60_000);
    clock.turn(-1);
    expect(Math.abs((await now()) - (Date.now() - DAY_MS))).toBeLessThan(60_000);
    const inWorker = await stage.chromium.context.serviceWorkers()[0]?.evaluate('Date.now()');
    expect(Math.abs(Number(inWorker) - (Date.now() - DAY_MS))).toBeLessThan(60_000);
    clock.turn(0);
  });

  test('while a job waits: it goes on when it would have, and comes whole', async () => {
    const { replica } = stage;
    const note = await stage.show('waiting');
    replica.providerFaults.tikhub.failures.push(...repeat(200, { status: 503 }));
    await stage.collect(0);
    const waiting = await stage.awaitJob(note, 'the job to wait', ({ state }) => state === 'waiting');
    // Its time to go on is a day ahead as soon as the clock is set back.
    expect(waiting.notBefore).toBeGreaterThan(Date.now());
    clock.turn(-1);
    replica.providerFaults.tikhub.failures.length = 0;
    const done = await stage.awaitJob(note, 'the job to be done', ({ state }) => state === 'done');
    expect(done.progress.rows).toBe(countAll(note));
    expect(done.createdAt).toBeLessThanOrEqual(await now());
    await panel.getByText(`All collected: ${countAll(note)} comments`).waitFor();
    await takeScreenshot(panel, `${FOLDER}/waited`);
  });

  test('while a job runs: nothing is asked twice, and its pace is one that can be', async () => {
    clock.turn(0);
    const note = await stage.show('running');
    await stage.collect(300);
    await panel.getByText(/a second · about/).waitFor();
    clock.turn(-1);
    await stage.awaitJob(
      note,
      'it to be written since',
      ({ updatedAt }) => updatedAt < Date.now() - DAY_MS / 2,
    );
    await panel.getByText(/a second · about \d+:\d\d left/).waitFor();
    const pace = Number(/(\d+) a second/.exec((await panel.locator('.job-facts').textContent()) ?? '')?.[1]);
    expect(pace).toBeLessThanOrEqual(40);
    await takeScreenshot(panel, `${FOLDER}/running`);
    stage.answerAfter(0);
    await panel.getByText(`All collected: ${countAll(note)} comments`).waitFor();
    expectAskedOnce(stage.replica.providerCalls, note);
    expect((await stage.listStored(note)).toSorted()).toEqual(
      flattenComments(note)
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test('what is told beside the note and in the library is of now, and a file comes as ever', async () => {
    const { ids } = await exportInPanel(panel, stage.chromium.downloadDir);
    expect(ids).toHaveLength(countAll(findNote(stage.replica, 'running')));
    const library = await stage.chromium.extension.openPage('library.html#jobs');
    const lines = library.getByRole('article');
    await lines.first().getByText('Done', { exact: true }).waitFor();
    const words = await library.locator('main').innerText();
    expect(words).not.toMatch(/tomorrow|in \d+ (second|minute|hour|day)/);
    await takeScreenshot(library, `${FOLDER}/library`);
    await press(lines.first(), 'Show the job');
    await library.getByRole('list', { name: 'Log' }).waitFor();
    expect(await library.locator('main').innerText()).not.toMatch(/tomorrow|in \d+ (second|minute|hour|day)/);
    await takeScreenshot(library, `${FOLDER}/library-job`);
  });
});
