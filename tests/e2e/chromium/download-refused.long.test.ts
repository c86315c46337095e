/** A download that the browser refuses: the user is told why, nothing of it is left, and the next one comes whole. */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickAway } from '../../support/browsers/click-away';
import { takeScreenshot } from '../../support/screenshots';
import { answerWelcome } from '../steps/answer-welcome';
import { exportInPanel } from '../steps/export-in-panel';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';

let stage: Stage;
let panel: Page;

beforeAll(async () => {
  stage = await launchWithReplica();
  await answerWelcome(stage.chromium.extension);
  const site = await stage.chromium.newPage();
  await site.bringToFront();
  await site.goto(stage.replica.noteUrl('tea'));
  const popup = await stage.chromium.extension.openPopup();
  await clickAway(popup, popup.getByRole('button', { name: 'Open side panel' }));
  panel = await stage.chromium.extension.attachSidePanel();
  await panel.getByText(/^captured [1-9]\d* of/).waitFor();
});

afterAll(() => stage?.close());

const press = () => panel.getByRole('button', { name: 'Export CSV' }).click();

test('one that the browser takes for called off is said to be', async () => {
  const { downloadDir, browserSession } = stage.chromium;
  await browserSession.send('Browser.setDownloadBehavior', { behavior: 'deny' });
  await press();
  await panel.getByText('Cancelled.').waitFor();
  await browserSession.send('Browser.setDownloadBehavior', { behavior: 'default' });
  expect(readdirSync(downloadDir)).toEqual([]);
});

test('one for which there is no folder is said to have failed, and the next one comes whole', async () => {
  const { replica, chromium } = stage;
  const { downloadDir, extension } = chromium;
  rmSync(downloadDir, { recursive: true });
  // A file in its place: no folder can be made there, whoever the user is.
  writeFileSync(downloadDir, '');
  await press();
  await panel.getByText('The file could not be saved; its content is still here.').waitFor();
  await takeScreenshot(panel, 'chromium/download-refused');
  rmSync(downloadDir);
  mkdirSync(downloadDir);

  const served = replica.servedCommentIds(findNote(replica, 'tea').noteId);
  await panel.getByText(`captured ${served.length} of`).waitFor();
  const { ids } = await exportInPanel(panel, downloadDir);
  expect(ids.toSorted()).toEqual(served.toSorted());
  expect(readdirSync(downloadDir)).toHaveLength(2);
  await panel
    .getByText('The file could not be saved; its content is still here.')
    .waitFor({ state: 'detached' });
  // By this an export goes on whose background has ended in between.
  const found =
    await extension.evaluate(`chrome.downloads.search({}).then((all) => Promise.all(all.map(async ({ id, url }) => {
    const [one] = await chrome.downloads.search({ url, orderBy: ['-startTime'], limit: 1 });
    return one?.id === id;
  })))`);
  expect(found).toEqual([true, true, true, true, true, true]);
});
