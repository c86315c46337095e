/** Jobs in hard times, in front of a user: two windows at odds, a note that goes away, a note that is forgotten. */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ProviderCall } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { readCsv } from '../../support/read-csv';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { expectWholeNote } from '../steps/expect-whole-note';
import { findNote } from '../steps/find-note';
import { flattenComments } from '../steps/flatten-comments';
import { countAll, expectAskedOnce, openHardStage } from '../steps/hard-stage';
import type { HardStage } from '../steps/hard-stage';
import { openWindow } from '../steps/open-window';
import { press, pressAny, touch, waitForAnswer } from '../steps/press-buttons';
import { readDownload } from '../steps/read-download';

const FOLDER = 'chromium/hard-times';
const SIZE = { topLevelComments: 240, repliesOf: (index: number) => (index % 16 === 0 ? 14 : 0) };
const PLANS = [
  { key: 'two-windows', title: '两个窗口的笔记', ...SIZE },
  { key: 'vanishing', title: '中途消失的笔记', ...SIZE },
  { key: 'forgotten', title: '要忘掉的笔记', ...SIZE },
];
/** Long enough that a job is under way whatever is pressed meanwhile. */
const SLOWLY_MS = 2_000;
const PAUSED = 'Paused. What has come is kept, and it goes on whenever you like.';

let stage: HardStage;
let panel: Page;
let library: Page;

beforeAll(async () => {
  stage = await openHardStage(PLANS);
  ({ panel } = stage);
  library = await openWindow(stage.chromium, 'library.html#jobs');
  library.setDefaultTimeout(20_000);
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await takeScreenshot(panel, `${FOLDER}/failed-panel`);
  await takeScreenshot(library, `${FOLDER}/failed-library`);
});

afterAll(() => stage?.close());

const lineOf = (title: string) =>
  library.getByRole('article', { name: `${title} · Collect all comments`, exact: true });
const evaluate = (expression: string) => stage.chromium.extension.evaluate(expression);

describe('two windows that steer the same job', () => {
  let note: WorldNote;
  const line = () => lineOf('两个窗口的笔记');

  test('with buttons of how it was: nothing is undone, nothing is told as wrong', async () => {
    note = await stage.show('two-windows');
    await stage.collect(SLOWLY_MS);
    const pressPause = await touch(line(), 'Pause');
    await press(panel, 'Pause');
    await panel.getByText(PAUSED).waitFor();
    await pressPause();
    const pressResume = await touch(line(), 'Resume');
    expect((await stage.findJob(note))?.state).toBe('paused');
    await press(panel, 'Resume');
    await panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await pressResume();
    await line().getByRole('button', { name: 'Pause', exact: true }).waitFor();
    await Promise.all([waitForAnswer(panel), waitForAnswer(library)]);
    expect((await stage.findJob(note))?.state).toMatch(/^(queued|running)$/);
    for (const page of [panel, library]) expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('at the same moment, again and again: both show how it is', async () => {
    const names = ['Pause', 'Resume'];
    const pressed: (string | undefined)[] = [];
    const count = (wanted: string) => pressed.filter((name) => name === wanted).length;
    const pressBoth = async () => {
      pressed.push(...(await Promise.all([pressAny(panel, names), pressAny(library, names)])));
      return names.every((name) => count(name) >= 6);
    };
    await waitFor(pressBoth, { what: 'both to be pressed often', everyMs: 1 });
    await Promise.all([waitForAnswer(panel), waitForAnswer(library)]);
    const job = await stage.findJob(note);
    const shown = job?.state === 'paused' ? 'Resume' : 'Pause';
    expect(job?.state).toMatch(/^(paused|queued|running)$/);
    await panel.getByRole('button', { name: shown, exact: true }).waitFor();
    await line().getByRole('button', { name: shown, exact: true }).waitFor();
    for (const page of [panel, library]) expect(await page.getByRole('alert').count()).toBe(0);
    if (shown === 'Resume') await press(line(), 'Resume');
  });

  test('it ends once and whole, in both; who pauses what is over changes nothing', async () => {
    const pressPause = await touch(line(), 'Pause');
    stage.answerAfter(0);
    await panel.getByText(`All collected: ${countAll(note)} comments`).waitFor();
    await pressPause();
    await waitForAnswer(library);
    await line().getByText('Done', { exact: true }).waitFor();
    await library.bringToFront();
    await takeScreenshot(library, `${FOLDER}/two-windows-library`);
    expect((await stage.findJob(note))?.state).toBe('done');
    expectAskedOnce(stage.replica.providerCalls, note);
    await expectWholeNote({ evaluate, note });
  });
});

describe('a note that is removed from the site while it is collected', () => {
  let note: WorldNote;
  const line = () => lineOf('中途消失的笔记');

  test('ends with what has come, and says that it is not all', async () => {
    note = await stage.show('vanishing');
    await stage.collect(400);
    await stage.awaitJob(note, 'some comments', ({ progress }) => progress.rows > 40);
    setStanding(note, 'removed');
    await stage.site.reload();
    stage.answerAfter(0);
    const job = await stage.awaitJob(note, 'the job to end', ({ state }) => state === 'partial');
    expect(job.progress.rows).toBeLessThan(countAll(note));
    await line().getByText('Partly done').waitFor();
    await library.bringToFront();
    await takeScreenshot(library, `${FOLDER}/vanished-library`);
    await press(line(), 'Show the job');
    await library
      .getByRole('feed', { name: 'Parts' })
      .getByText(/failed/)
      .first()
      .waitFor();
    await takeScreenshot(library, `${FOLDER}/vanished-library-job`);
    await library.goBack();
  });

  test('what has come stays, and is exported with a report that says so', async () => {
    const stored = await stage.listStored(note);
    const { rows } = (await stage.findJob(note))?.progress ?? { rows: 0 };
    expect(stored.toSorted()).toEqual([...new Set(stored)].toSorted());
    expect(stored.length).toBeGreaterThanOrEqual(rows);
    const all = new Set(flattenComments(note).map(({ id }) => id));
    expect(stored.filter((id) => !all.has(id))).toEqual([]);
    const { downloadDir } = stage.chromium;
    await press(line(), 'Export what is there');
    const dialog = library.getByRole('dialog');
    await dialog.getByRole('combobox', { name: 'Kind of file' }).selectOption({ label: 'CSV' });
    await takeScreenshot(library, `${FOLDER}/vanished-export`);
    const before = readdirSync(downloadDir);
    await press(dialog, 'Export');
    const file = await readDownload(downloadDir, '.csv', before);
    const { text } = await readDownload(downloadDir, '.report.json', before);
    const ids = readCsv(file.text).rows.map((row) => /[0-9a-f]{24}/.exec(row['Comment ID'] ?? '')?.[0]);
    expect(ids.toSorted()).toEqual(stored.toSorted());
    expect(JSON.parse(text)).toMatchObject({
      comments: { state: 'short', reason: 'failed', got: stored.length },
    });
  });

  test('asked for again when it is back, it comes whole', async () => {
    setStanding(note, 'public');
    await stage.show('vanishing');
    await press(line(), 'Retry what failed');
    await stage.awaitJob(note, 'the job to be whole', ({ state }) => state === 'done');
    await panel.getByText(`All collected: ${countAll(note)} comments`).waitFor();
    await takeScreenshot(panel, `${FOLDER}/vanished-back`);
    expect((await stage.listStored(note)).toSorted()).toEqual(
      flattenComments(note)
        .map(({ id }) => id)
        .toSorted(),
    );
  });
});

describe('a note that is forgotten in the library while it is collected', () => {
  test('is gone with its job, and nothing of it comes back', async () => {
    const note = await stage.show('forgotten');
    await stage.collect(SLOWLY_MS);
    await stage.awaitJob(note, 'some comments', ({ progress }) => progress.rows > 10);
    await stage.site.goto('https://www.xiaohongshu.com/explore');
    await library.bringToFront();
    await library.evaluate("location.hash = '#notes'");
    await press(library, `Forget “${note.title}”`);
    await library.getByText('1 note is about to be deleted').waitFor();
    await takeScreenshot(library, `${FOLDER}/forgotten-library`);
    // Until it is removed it can be taken back, so its job goes on.
    expect((await stage.findJob(note))?.state).toMatch(/^(running|queued)$/);
    await makeTrashDue();
    await stage.chromium.extension.killWorker();
    await stage.caller.demand('settings.change', { patch: {} });
    await waitFor(async () => !(await isStored(note.noteId)), { what: 'the note to be gone' });
    await library.getByText('about to be deleted').waitFor({ state: 'detached' });
    expect(await stage.findJob(note)).toBeUndefined();
    await library.evaluate("location.hash = '#jobs'");
    await lineOf('中途消失的笔记').waitFor();
    expect(await lineOf(note.title).count()).toBe(0);
    // Somebody asks for another note: of this one nothing is asked any more.
    const isAbout = ({ query }: ProviderCall) => JSON.stringify(query).includes(note.noteId);
    const countAsked = () => stage.replica.providerCalls.filter(isAbout).length;
    const before = countAsked();
    stage.answerAfter(0);
    await stage.caller.enrichWell(findNote(stage.replica, 'tea').noteId);
    expect(countAsked()).toBe(before);
    expect(await isStored(note.noteId)).toBe(false);
  });
});

/** As the site's own people do, for everybody: its pages, its API and the vendors. */
function setStanding(note: WorldNote, standing: WorldNote['standing']): void {
  (note as { standing: WorldNote['standing'] }).standing = standing;
}

async function isStored(id: string): Promise<boolean> {
  return JSON.stringify(await stage.chromium.extension.readDatabase('hongshu-companion')).includes(id);
}

async function makeTrashDue(): Promise<void> {
  await evaluate(`chrome.storage.local.get(null).then((all) => {
    const due = Object.entries(all).filter(([key]) => key.startsWith('trash:'));
    return chrome.storage.local.set(Object.fromEntries(due.map(([key, one]) => [key, { ...one, dueAt: 0 }])));
  })`);
}
