import type { Page } from 'playwright-core';
import { afterAll, beforeAll, test } from 'vitest';
import { THREADS_PLAN } from '../../replica/world/paging-plans';
import { takeScreenshot } from '../../support/screenshots';
import { answerWelcome } from '../steps/answer-welcome';
import { askBackground, changeProviderSettings } from '../steps/change-provider-settings';
import { checkLooks } from '../steps/check-looks';
import { launchWithProviders } from '../steps/launch-with-providers';
import type { Stage } from '../steps/launch-with-replica';
import { saveProviderKey } from '../steps/save-provider-key';
import { storeNotes } from '../steps/store-notes';
import { waitForRest } from '../steps/wait-for-rest';

let stage: Stage;
let site: Page;
let panel: Page;
let library: Page;
const answerAfter = (ms: number) => void (stage.replica.providerFaults.tikhub.latencyMs = ms);
const DIR = '/tmp/tour';
const set = (patch: object) => askBackground(stage.chromium.extension, 'settings.change', { patch });
const LOOKS = [['en', 'light'], ['zh-CN', 'dark']] as const;

async function show(page: Page, name: string, looks: readonly (readonly [string, string])[] = LOOKS) {
  for (const [language, theme] of looks) {
    await set({ language, theme });
    await page.waitForFunction((now) => document.documentElement.lang === now, language);
    await waitForRest(page);
    await takeScreenshot(page, `${name}-${language}-${theme}`, DIR);
    const bad = await checkLooks(page);
    if (bad.length) console.log(`LOOKS ${name} ${language}`, bad);
  }
  await set({ language: 'en', theme: 'light' });
  await page.waitForFunction((now) => document.documentElement.lang === now, 'en');
}
async function tree(page: Page, name: string) {
  console.log(`TREE ${name}\n` + (await page.locator('body').ariaSnapshot()));
}
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

beforeAll(async () => {
  stage = await launchWithProviders({ replica: { notes: [THREADS_PLAN] } });
  const { replica, chromium } = stage;
  await answerWelcome(chromium.extension);
  site = await chromium.newPage();
  await site.bringToFront();
  await site.goto(replica.noteUrl('threads'));
  await site.locator('.note-scroller').waitFor();
  await site.bringToFront();
  panel = await stage.chromium.extension.openSidePanel();
  panel.setDefaultTimeout(15_000);
  await saveProviderKey(chromium.extension, 'tikhub', replica.providerKey('tikhub').value);
});
afterAll(() => stage.close());

test('short', async () => {
  await site.bringToFront();
  await panel.getByText(/is asked first$/).waitFor();
  answerAfter(800);
  await button(panel, 'Collect all comments').click();
  await panel.getByText(/a second|a minute/).waitFor();
  await panel.locator('.job-card summary').click();
  await panel.getByRole('button', { name: 'Show the job' }).waitFor();
  await show(panel, 'q01-running-parts');
  await button(panel, 'Cancel').click();
  await button(panel, 'Go on from there').waitFor();
  await show(panel, 'q02-cancelled');
  answerAfter(0);
  await button(panel, 'Go on from there').click();
  await panel.getByText(/All collected: 944/).waitFor({ timeout: 60_000 });
  await show(panel, 'q03-done');
  await button(panel, 'Other formats and options').click();
  await panel.getByRole('dialog').waitFor();
  await show(panel, 'q04-export');
  await panel.keyboard.press('Escape');
  await button(panel, 'Export CSV').click();
  await panel.getByText('.csv').first().waitFor();
  await panel.locator('.export-report-details summary').click();
  await show(panel, 'q05-exported');
});
test('lib', async () => {
  library = await stage.chromium.extension.openPage('library.html#notes');
  library.setDefaultTimeout(20_000);
  await storeNotes(stage.chromium.extension, { notes: 12, withComments: 3, commentsEach: 20 });
  await library.reload();
  await library.getByRole('button', { name: /^Watch the counts of/ }).first().waitFor();
  await library.setViewportSize({ width: 1054, height: 860 });
  await show(library, 'r01-notes', [['en','light'],['zh-CN','dark'],['en','dark']]);
  await button(library, 'Select all').click();
  await library.getByText('13 selected').waitFor();
  await show(library, 'r02-notes-chosen');
  await button(library, 'Watch the counts').click();
  await library.getByRole('dialog').getByText(/^A day/).waitFor();
  await show(library, 'r03-watch-many');
  await button(library, 'Start watching').click();
  await library.getByText(/watches have begun/).waitFor();
  await show(library, 'r04-watching-many');
  await button(library, 'Show the jobs').click();
  await library.getByRole('article').nth(3).waitFor();
  await show(library, 'r05-jobs');
  await library.getByRole('button', { name: 'Export what is there' }).last().scrollIntoViewIfNeeded();
});
