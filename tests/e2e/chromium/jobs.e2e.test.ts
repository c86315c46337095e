/** From the first key to all comments of a note in a file: paused, out of budget and without a window in between. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { minimumCalls } from '../../replica/world/comment-paging';
import { THREADS_PLAN } from '../../replica/world/paging-plans';
import type { WorldNote } from '../../replica/world/types';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { takeScreenshot } from '../../support/screenshots';
import { answerWelcome } from '../steps/answer-welcome';
import { askBackground, changeProviderSettings } from '../steps/change-provider-settings';
import { checkLooks } from '../steps/check-looks';
import { exportInPanel } from '../steps/export-in-panel';
import { findNote } from '../steps/find-note';
import { launchWithProviders } from '../steps/launch-with-providers';
import type { Stage } from '../steps/launch-with-replica';
import { saveProviderKey } from '../steps/save-provider-key';
import { waitForRest } from '../steps/wait-for-rest';

const FOLDER = 'chromium/jobs';
/** The app tells of folded comments only to who asks for them: one call that finds none belongs to a complete reading. */
const LOOK_FOR_FOLDED = 1;
/** Room for so many calls of a cent each. */
const CALLS_AT_FIRST = 25;

let stage: Stage;
let site: Page;
let panel: Page;
let note: WorldNote;
const consoles: PageConsole[] = [];

interface StoredJob {
  readonly kind: string;
  readonly state: string;
  readonly progress: { readonly rows: number; readonly billedCalls: number };
}

const billed = () => stage.replica.billedCalls().count;
/** How long the vendor takes: so that a job is still under way when somebody has looked at it, however slow the machine. */
const answerAfter = (ms: number) => void (stage.replica.providerFaults.tikhub.latencyMs = ms);
const button = (name: string) => panel.getByRole('button', { name, exact: true });

async function readJob(): Promise<StoredJob | undefined> {
  const stores = await stage.chromium.extension.readDatabase('hongshu-companion');
  return (stores?.['jobs'] as StoredJob[] | undefined)?.[0];
}

async function openPanel(): Promise<void> {
  await site.bringToFront();
  panel = await stage.chromium.extension.openSidePanel();
  panel.setDefaultTimeout(20_000);
  consoles.push(watchConsole(panel));
}

async function show(name: string): Promise<void> {
  await waitForRest(panel);
  await takeScreenshot(panel, `${FOLDER}/${name}`);
  expect(await checkLooks(panel)).toEqual([]);
}

beforeAll(async () => {
  stage = await launchWithProviders({ replica: { notes: [THREADS_PLAN] } });
  const { replica, chromium } = stage;
  note = findNote(replica, 'threads');
  await answerWelcome(chromium.extension);
  site = await chromium.newPage();
  await site.bringToFront();
  await site.goto(replica.noteUrl('threads'));
  await site.locator('.note-scroller').waitFor();
  await openPanel();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takeScreenshot(panel, `${FOLDER}/failed`);
});

afterAll(() => stage.close());

describe('all comments of a note', () => {
  test('without a key the panel says what it takes', async () => {
    await panel.getByText(/With a key of a data provider one click collects all comments/).waitFor();
    await button('Add a key').waitFor();
    expect(await button('Collect all comments').count()).toBe(0);
    await show('no-key');
  });

  test('the first key: what it will cost stands beside the button, and that the budget is too small', async () => {
    const { replica, chromium } = stage;
    await saveProviderKey(chromium.extension, 'tikhub', replica.providerKey('tikhub').value);
    await site.bringToFront();
    await panel.getByText(/^about \d+ calls · about \$\d+\.\d\d · TikHub App V2 is asked first$/).waitFor();
    await show('offered');
    await changeProviderSettings(chromium.extension, { jobBudget: { USD: CALLS_AT_FIRST / 100 } });
    await panel.getByText(/the budget is too small for all of it and will pause it$/).waitFor();
    expect(billed()).toBe(0);
  });

  test('one click begins; a pause holds it, and it goes on', async () => {
    stage.replica.clearRecords();
    answerAfter(500);
    await button('Collect all comments').click();
    await button('Pause').click();
    await panel.getByText('Paused. What has come is kept, and it goes on whenever you like.').waitFor();
    expect((await readJob())?.state).toBe('paused');
    await show('paused');
    answerAfter(0);
    await button('Resume').click();
  });

  test('the budget stops it in the middle; raised in place, it goes on', async () => {
    await panel.getByRole('textbox', { name: 'Limit of this job (USD)' }).waitFor();
    await expect.poll(async () => (await readJob())?.progress.billedCalls).toBe(CALLS_AT_FIRST);
    expect(billed()).toBe(CALLS_AT_FIRST);
    await show('budget-reached');
    answerAfter(1_500);
    await panel.getByRole('textbox', { name: 'Limit of this job (USD)' }).fill('5');
    await button('Raise and go on').click();
    await panel.getByText(/\d+ a second · about \d+:\d\d left · .* of \$5\.00 spent/).waitFor();
    await show('running');
  });

  test('it goes on without any window, and the panel shows it again', async () => {
    await panel.close();
    const before = (await readJob())?.progress.rows ?? 0;
    await expect.poll(async () => (await readJob())?.progress.rows ?? 0).toBeGreaterThan(before);
    answerAfter(0);
    await openPanel();
    await panel.getByText(`All collected: ${note.comments.length + countReplies()} comments`).waitFor();
    await panel.getByText(/^Collected in full .* from TikHub App V2$/).waitFor();
    await show('done');
  });

  test('nothing was paid twice, and the file holds every comment', async () => {
    const least = minimumCalls(note).total + LOOK_FOR_FOLDED;
    expect(billed()).toBe(least);
    expect((await readJob())?.progress).toMatchObject({ rows: 944, billedCalls: least });
    const { ids } = await exportInPanel(panel, stage.chromium.downloadDir);
    expect([...ids].sort()).toEqual(
      note.comments.flatMap((root) => [root.id, ...root.replies.map((reply) => reply.id)]).sort(),
    );
  });
});

test('the library shows the job, its parts and what happened, in every look', async () => {
  const { extension } = stage.chromium;
  const library = await extension.openPage('library.html#jobs');
  library.setDefaultTimeout(20_000);
  const line = library.getByRole('article', { name: `${THREADS_PLAN.title} · Collect all comments` });
  await line.getByText('944 of 944').waitFor();
  await line.getByRole('button', { name: 'Show the job' }).press('Enter');
  await library
    .getByRole('feed', { name: 'Parts' })
    .getByText(/^Replies of thread /)
    .first()
    .waitFor();
  await library.getByRole('list', { name: 'Log' }).getByText('Limit changed').waitFor();
  for (const [language, theme] of [
    ['en', 'light'],
    ['zh-CN', 'dark'],
  ] as const) {
    await askBackground(extension, 'settings.change', { patch: { language, theme } });
    await library.waitForFunction((now) => document.documentElement.lang === now, language);
    await waitForRest(library);
    await takeScreenshot(library, `${FOLDER}/library-job-${language}-${theme}`);
    expect(await checkLooks(library)).toEqual([]);
  }
  await library.goBack();
  await library.getByRole('textbox', { name: '笔记链接' }).fill(note.noteId);
  await library.getByText(/^1 篇笔记 · 约 \d+ 次调用/).waitFor();
  await waitForRest(library);
  await takeScreenshot(library, `${FOLDER}/library-jobs-zh-CN-dark`);
  expect(await checkLooks(library)).toEqual([]);
  await library.close();
});

test('the panel said nothing bad to its console', () => {
  expect(consoles).toHaveLength(2);
  expect(consoles.flatMap(({ errors }) => errors)).toEqual([]);
});

function countReplies(): number {
  return note.comments.reduce((sum, root) => sum + root.replies.length, 0);
}
