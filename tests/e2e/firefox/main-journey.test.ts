/** The main job in real Firefox: consent, the open note in the sidebar, all its comments, a CSV of them. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkExport } from '../../demo/check-export';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { buildExtension } from '../../support/built-extension';
import type { FirefoxSidebar } from '../../support/browsers/firefox-sidebar';
import { launchFirefox } from '../../support/firefox';
import type { RunningFirefox } from '../../support/firefox';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';

let replica: Replica;
let firefox: RunningFirefox;

beforeAll(async () => {
  const extensionDir = await buildExtension('firefox');
  replica = await startReplica({});
  firefox = await launchFirefox({ replica, extensionDir, locale: 'en-US', session: 'member' });
});

afterAll(async () => {
  await firefox.close();
  await replica.close();
});

test('the comments of an open note end as rows of a CSV, each once', { timeout: 240_000 }, async () => {
  const note = replica.world.findNote('tea');
  if (!note) throw new Error('The replica has no note "tea".');
  const welcome = await firefox.extension.openPage('welcome.html');
  await welcome.locator('::-p-aria([name="Agree and start"][role="button"])').click();
  await waitFor(async () => !(await welcome.$('::-p-aria([name="Agree and start"][role="button"])')), {
    what: 'the welcome page to take the answer',
  });

  const site = await firefox.newPage();
  await site.goto(replica.noteUrl('tea'));
  await site.bringToFront();
  const sidebar = await firefox.extension.findSidebar();
  await sidebar.waitForText(note.title, 30_000);

  const shownFirst = await readCaptured(sidebar);
  await sidebar.clickButton('Load comments for me');
  await sidebar.waitForButton('Pause');
  await sidebar.waitForButton('Load comments for me', 180_000);
  await takeScreenshot(site, 'firefox/page');
  const servedIds = replica.servedCommentIds(note.noteId);
  expect(servedIds.length).toBeGreaterThan(shownFirst);
  await sidebar.waitForText(`captured ${servedIds.length} of`);

  await sidebar.clickButton('Export CSV');
  // Firefox makes the file before it fills it, and fills it under another name that ends in .part.
  const csv = await waitFor(
    () => {
      const names = readdirSync(firefox.downloadDir);
      const csvName = names.find((name) => name.endsWith('.csv'));
      if (csvName === undefined || names.some((name) => name.endsWith('.part'))) return undefined;
      return readFileSync(join(firefox.downloadDir, csvName), 'utf8') || undefined;
    },
    { what: 'the CSV', timeoutMs: 30_000 },
  );
  expect(checkExport(csv, note, servedIds).differences).toEqual([]);
  expect(replica.decoyHits).toEqual([]);
  expect(await firefox.extension.listErrors()).toEqual([]);
});

/** How many comments the sidebar says it has, once it says so. */
async function readCaptured(sidebar: FirefoxSidebar): Promise<number> {
  const words = await waitFor(async () => /captured (\d+) of/.exec(await sidebar.readText()), {
    what: 'the sidebar to say how many comments it has',
  });
  return Number(words[1]);
}
