/** Every way to start a job by hand, from the form to what it leaves: people, chosen notes, a person's notes, a watch, files. */
import { readdirSync } from 'node:fs';
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { WorldAuthor } from '../../replica/world/types';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { readCsv } from '../../support/read-csv';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { askBackground } from '../steps/change-provider-settings';
import { checkLooks } from '../steps/check-looks';
import { KEYWORD, WRITER, ask, chooseOption, openExplore, planNotes } from '../steps/explore-library';
import type { ExploreStage } from '../steps/explore-library';
import { readDownload } from '../steps/read-download';
import { waitForRest } from '../steps/wait-for-rest';

const FOLDER = 'chromium/jobs-starting';

interface StoredJob {
  readonly jobId: string;
  readonly kind: string;
  readonly state: string;
  readonly title?: string;
}

let stage: ExploreStage;
let library: Page;
let said: PageConsole;

beforeAll(async () => {
  stage = await openExplore(planNotes().slice(0, 6));
  ({ library } = stage);
  said = watchConsole(library);
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takeScreenshot(library, `${FOLDER}/failed`);
});

afterAll(() => stage.close());

const button = (name: string) => library.getByRole('button', { name, exact: true });
const dialog = () => library.getByRole('dialog');
const authorAt = (index: number) => stage.replica.world.authors[index] as WorldAuthor;
const files = () => readdirSync(stage.chromium.downloadDir);

async function readStore<Row>(name: string): Promise<readonly Row[]> {
  const stores = await stage.chromium.extension.readDatabase('hongshu-companion');
  return (stores?.[name] as Row[] | undefined) ?? [];
}

async function goTo(screen: string): Promise<void> {
  await library.locator(`.side-nav a[href="#${screen}"]`).click();
  await library.locator(`.side-nav a[href="#${screen}"][aria-current="page"]`).waitFor();
}

/** In English, light and wide, and in Chinese, dark and narrow: photographed, accessible, nothing cut off. */
async function show(name: string, page = library): Promise<void> {
  if (page === library) await library.bringToFront();
  for (const [language, theme] of [
    ['zh-CN', 'dark'],
    ['en', 'light'],
  ] as const) {
    if (page === library) await page.setViewportSize({ width: language === 'en' ? 1_400 : 400, height: 850 });
    await askBackground(stage.chromium.extension, 'settings.change', { patch: { language, theme } });
    await page.waitForFunction((now) => document.documentElement.lang === now, language);
    await waitForRest(page);
    await takeScreenshot(page, `${FOLDER}/${name}-${language}-${theme}`);
    expect(await checkLooks(page)).toEqual([]);
  }
}

/** The newest job of a kind, when it is over. */
const awaitEnd = (kind: string, count = 1): Promise<StoredJob> =>
  waitFor(
    async () => {
      const own = (await readStore<StoredJob & { createdAt: number }>('jobs'))
        .filter((job) => job.kind === kind)
        .toSorted((a, b) => b.createdAt - a.createdAt);
      const [newest] = own;
      return own.length === count && newest && /^(done|partial|failed)$/.test(newest.state)
        ? newest
        : undefined;
    },
    { what: `job ${count} of kind ${kind} to be over` },
  );

/** Presses what starts a job as soon as its price is told. */
async function startPriced(name: string, within: Locator): Promise<void> {
  await within
    .getByText(/calls? · .*is asked first/)
    .last()
    .waitFor();
  await within.getByRole('button', { name, exact: true }).click();
}

test('people of a CSV come back with their profiles, their own columns kept and bad rows named', async () => {
  const people = [authorAt(1), authorAt(2), authorAt(3)];
  const lines = [
    'campaign,who,note',
    ...people.map(({ userId }, index) =>
      index === 1
        ? `"Spring, 2",https://www.xiaohongshu.com/user/profile/${userId},=1+1`
        : `Spring ${index + 1},${userId},ok`,
    ),
    'Spring 4,nobody,ok',
  ];
  await goTo('jobs');
  await chooseOption(library, 'New job', 'List of people');
  await library
    .getByLabel('Choose a CSV file')
    .last()
    .setInputFiles({ name: 'creators.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n')) });
  await library.getByText('3 people in 4 rows').waitFor();
  await library.getByText('1 row names nobody').click();
  await library.getByText('Row 4: nobody').waitFor();
  await library.getByText(/^3 people · 3 calls · (?:about \$|price not known)/).waitFor();
  await show('people');
  await startPriced('Start enriching', library.locator('main'));
  const job = await awaitEnd('enrich-authors');
  expect(job).toMatchObject({ state: 'partial', title: 'creators.csv' });
  await library.getByText('Partly done', { exact: true }).first().waitFor();
  await show('people-done');
  const before = files();
  await button('Save the list with profiles (CSV)').click();
  const { text } = await readDownload(stage.chromium.downloadDir, '.csv', before);
  const { header, rows } = readCsv(text);
  expect(header.slice(0, 3)).toEqual(['campaign', 'who', 'note']);
  expect(rows.map(({ campaign }) => campaign)).toEqual(['Spring 1', 'Spring, 2', 'Spring 3', 'Spring 4']);
  expect(rows.map(({ Result }) => Result)).toEqual(['done', 'done', 'done', 'failed']);
  const name = header.find((column) => rows[0]?.[column] === people[0]?.nickname) ?? '';
  expect(rows.slice(0, 3).map((row) => row[name])).toEqual(people.map(({ nickname }) => nickname));
});

describe('notes', () => {
  test('that a search has found are collected with their comments', async () => {
    await goTo('explore');
    await ask(library, KEYWORD);
    const boxes = library.getByRole('region', { name: 'Results', exact: true }).getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await button('Collect').click();
    await dialog().getByLabel('Of each note').selectOption('comments');
    await show('collect-found');
    await startPriced('Start collecting', dialog());
    await dialog().getByText('The job has begun').waitFor();
    await show('collect-begun');
    await dialog().getByRole('button', { name: 'Show the job' }).press('Enter');
    expect(await awaitEnd('collect-notes')).toMatchObject({ title: '2 chosen notes' });
    await button('Export what is there').click();
    await dialog().getByRole('heading', { name: 'Export the comments of 2 notes' }).waitFor();
    await library.keyboard.press('Escape');
    const notes = await readStore<{ noteId: string }>('notes');
    expect(notes.length).toBeGreaterThanOrEqual(2);
  });

  test('of a person are collected, no more than are wanted', async () => {
    await goTo('explore');
    await chooseOption(library, 'What to look for', 'A person’s notes');
    await library.getByRole('searchbox').fill(authorAt(WRITER).userId);
    await library.getByRole('button', { name: /^Collect notes/ }).click();
    await dialog().getByRole('textbox', { name: 'At most' }).fill('3');
    await dialog().getByRole('textbox', { name: 'At most' }).press('Enter');
    await dialog()
      .getByText(/^at most 3 notes · /)
      .waitFor();
    await show('collect-person');
    await startPriced('Start collecting', dialog());
    await dialog().getByText('The job has begun').waitFor();
    await library.keyboard.press('Escape');
    const { jobId } = await awaitEnd('collect-notes', 2);
    const items = await readStore<{ jobId: string; noteId?: string }>('jobItems');
    const noteIds = new Set(
      items.filter((item) => item.jobId === jobId).flatMap(({ noteId }) => noteId ?? []),
    );
    expect(noteIds.size).toBe(3);
  });

  test('that are kept are refreshed and exported by one job each', async () => {
    await goTo('notes');
    await button('Select all').click();
    const count = (await readStore('notes')).length;
    await library.getByText(`${count} selected`).waitFor();
    await button('Collect').click();
    await dialog().getByLabel('Of each note').selectOption('new');
    await startPriced('Start collecting', dialog());
    await dialog().getByText('The job has begun').waitFor();
    await dialog().getByRole('button', { name: 'Close' }).click();
    await awaitEnd('collect-notes', 3);

    const before = files();
    await button('Export comments').click();
    await dialog().getByLabel('Kind of file').selectOption('jsonl');
    await dialog().getByRole('radio', { name: 'A file for each note' }).click();
    await show('export');
    await dialog().getByRole('button', { name: 'Export', exact: true }).click();
    await awaitEnd('export');
    await library.getByText(new RegExp(`^\\d+ of ${count} files? exported$`)).waitFor();
    await show('exported');
    const fresh = files().filter((name) => name.endsWith('.jsonl') && !before.includes(name));
    const comments = await readStore<{ noteId: string }>('comments');
    const withComments = new Set(comments.map(({ noteId }) => noteId));
    expect(fresh.length).toBeGreaterThanOrEqual(withComments.size);

    await button('Export comments').click();
    await dialog().getByLabel('Kind of file').selectOption('jsonl');
    await dialog()
      .getByText(/were exported whole as JSON Lines before, the last on /)
      .waitFor();
    await library.keyboard.press('Escape');
  });

  test('may be watched: what it costs a day, and the figures as they come', async () => {
    await goTo('notes');
    await library
      .getByRole('button', { name: /^Watch the counts of/ })
      .first()
      .click();
    await dialog()
      .getByText(/^A day: 4 calls · about \$/)
      .waitFor();
    await show('watch');
    await startPriced('Start watching', dialog());
    await dialog().getByRole('button', { name: 'Show the job' }).click();
    await library.getByRole('region', { name: 'Table of counts' }).getByRole('row').nth(1).waitFor();
    await show('watched');
    const before = files();
    await button('Export CSV').click();
    const { text } = await readDownload(stage.chromium.downloadDir, '.csv', before);
    expect(readCsv(text).rows.length).toBeGreaterThanOrEqual(1);
    await button('Cancel').click();
    await library.getByText('Cancelled', { exact: true }).first().waitFor();
  });
});

test('a message of the browser tells that a job is over, and leads to it', async () => {
  const { extension } = stage.chromium;
  const options = await extension.openPage('options.html#general');
  await options.getByRole('switch', { name: /^Notify me when a job is over/ }).check({ force: true });
  await waitFor(
    async () => JSON.stringify(await extension.readStorage('local')).includes('"notifyJobs":true'),
    {
      what: 'the choice to be kept',
    },
  );
  await options.close();
  await library.bringToFront();
  await goTo('notes');
  await button('Select all').click();
  await button('Export comments').click();
  await dialog().getByRole('button', { name: 'Export', exact: true }).click();
  const { jobId } = await awaitEnd('export', 2);
  const shown = async () =>
    Object.keys((await extension.evaluate('chrome.notifications.getAll()')) as object);
  await waitFor(async () => (await shown()).includes(`job:${jobId}`), { what: 'the message' });
  const [worker] = library.context().serviceWorkers();
  const opened = library.context().waitForEvent('page');
  await worker?.evaluate(`chrome.notifications.onClicked.dispatch('job:${jobId}')`);
  const page = await opened;
  await page.waitForURL(`**/library.html#jobs/${jobId}`);
  await waitFor(async () => !(await shown()).includes(`job:${jobId}`), {
    what: 'the message to be put away',
  });
  await page.close();
});

test('the panel offers to watch the note, and to collect the notes of who wrote it', async () => {
  const site = await stage.chromium.newPage();
  await site.bringToFront();
  await site.goto(stage.replica.noteUrl('sky-5'));
  await site.locator('.note-scroller').waitFor();
  const panel = await stage.chromium.extension.openSidePanel();
  panel.setDefaultTimeout(15_000);
  await panel.getByRole('radio', { name: 'Details' }).check({ force: true });
  await panel.getByRole('button', { name: 'Watch the counts' }).click();
  await panel.getByText(/^A day: 4 calls/).waitFor();
  await show('panel-watch', panel);
  await panel.getByRole('dialog').getByRole('button', { name: 'Start watching' }).click();
  await panel.getByText('The job has begun').waitFor();
  await panel.keyboard.press('Escape');
  await panel.getByText(/^Watched · /).waitFor();
  await panel.getByRole('button', { name: /^Collect notes/ }).click();
  await panel.getByText(/^at most 50 notes · /).waitFor();
  await show('panel-collect', panel);
  await panel.keyboard.press('Escape');
  await show('panel-details', panel);
  await panel.getByRole('radio', { name: 'Comments' }).check({ force: true });
  // A watch stands in nobody's way.
  await panel
    .getByRole('button', { name: /^Collect all/ })
    .first()
    .waitFor();
  await site.close();
});

test('the library said nothing bad to its console', () => {
  expect(said.errors).toEqual([]);
});
