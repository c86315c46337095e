import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startReplica } from '../replica/start';
import type { Replica } from '../replica/types';
import { clickAway } from '../support/browsers/click-away';
import { buildExtension } from '../support/built-extension';
import { launchChromium } from '../support/chromium';
import type { RunningChromium } from '../support/chromium';
import { projectDir } from '../support/project-paths';
import { takeScreenshot } from '../support/screenshots';
import { waitFor } from '../support/wait-for';
import { checkExport } from './check-export';
import { demoNoteKey } from './demo-note';

const outputDir = join(projectDir, 'demo-output');
const longestRunMs = 180_000;

/** Does the main job without a person and leaves what came of it in `demo-output/`. Gives the exit code. */
export async function runByItself(): Promise<number> {
  const startedAt = Date.now();
  const say = (line: string) =>
    console.log(`${String(Math.round((Date.now() - startedAt) / 1000)).padStart(4)} s  ${line}`);
  rmSync(outputDir, { recursive: true, force: true });
  mkdirSync(outputDir, { recursive: true });
  say('building the extension');
  const extensionDir = await buildExtension('chrome');
  const replica = await startReplica({});
  try {
    const chromium = await launchChromium({ replica, extensionDir, locale: 'en-US', session: 'member' });
    try {
      const differences = await doMainJob({ replica, chromium, say });
      const tookMs = Date.now() - startedAt;
      if (tookMs > longestRunMs)
        differences.push(`took ${Math.round(tookMs / 1000)} s, more than ${longestRunMs / 1000} s`);
      for (const difference of differences) console.error(`✗ ${difference}`);
      if (differences.length === 0) say(`done; see ${outputDir}`);
      return differences.length === 0 ? 0 : 1;
    } catch (error) {
      await photographEverything(chromium);
      throw error;
    } finally {
      await chromium.close();
    }
  } finally {
    await replica.close();
  }
}

interface DemoWorld {
  readonly replica: Replica;
  readonly chromium: RunningChromium;
  readonly say: (line: string) => void;
}

async function doMainJob({ replica, chromium, say }: DemoWorld): Promise<string[]> {
  const { extension, downloadDir } = chromium;
  const note = replica.world.findNote(demoNoteKey);
  if (!note) throw new Error(`The replica has no note "${demoNoteKey}".`);

  const welcome = await extension.findWelcomePage();
  await welcome.getByRole('button', { name: 'Agree and start' }).click();
  await welcome.getByRole('button', { name: 'Agree and start' }).waitFor({ state: 'hidden' });
  say('answered the welcome page: Agree and start');

  const page = await chromium.newPage();
  await page.bringToFront();
  await page.goto(replica.noteUrl(demoNoteKey));
  say(`opened the note "${note.title}"`);

  const popup = await extension.openPopup();
  await popup.getByText(note.title).first().waitFor();
  say('the popup knows the note');
  await clickAway(popup, popup.getByRole('button', { name: 'Open side panel' }));
  const panel = await extension.attachSidePanel();
  await panel.getByText(note.title).first().waitFor();
  say('the side panel shows it too');

  await loadAllComments(panel);
  const servedIds = replica.servedCommentIds(note.noteId);
  const listed = note.comments.reduce((sum, comment) => sum + 1 + comment.replies.length, 0);
  say(
    `"Load comments for me" has ended: the page has loaded ${servedIds.length} of ${listed} comments and replies`,
  );
  await takeScreenshot(panel, 'panel', outputDir);
  await takeScreenshot(page, 'page', outputDir);

  await panel.getByRole('button', { name: 'Export CSV' }).click();
  const csvName = await waitForDownload(downloadDir, '.csv');
  const reportName = await waitForDownload(downloadDir, '.json');
  for (const name of [csvName, reportName]) copyFileSync(join(downloadDir, name), join(outputDir, name));
  say(`exported ${csvName} and its completeness report ${reportName}`);
  await takeScreenshot(await extension.openPopup(), 'popup', outputDir);

  const check = checkExport(readFileSync(join(outputDir, csvName), 'utf8'), note, servedIds);
  say(`read the CSV back: ${check.rows} rows, compared with the note cell by cell`);
  return [
    ...check.differences,
    ...(servedIds.length === listed ? [] : [`the page loaded ${servedIds.length} of ${listed} comments`]),
    ...replica.decoyHits.map((name) => `hit the decoy ${name}`),
  ];
}

/** Starts "Load comments for me" and waits until it has stopped by itself. */
async function loadAllComments(panel: Page): Promise<void> {
  const start = panel.getByRole('button', { name: 'Load comments for me' });
  await start.click();
  await panel.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await start.waitFor({ timeout: 150_000 });
}

/** Name of the finished download that ends so. */
function waitForDownload(downloadDir: string, ending: string): Promise<string> {
  return waitFor(() => readdirSync(downloadDir).find((name) => name.endsWith(ending)), {
    what: `a download that ends in ${ending}`,
    timeoutMs: 30_000,
  });
}

/** What every tab showed when something went wrong. */
async function photographEverything(chromium: RunningChromium): Promise<void> {
  for (const [index, page] of chromium.context.pages().entries()) {
    await takeScreenshot(page, `failed-${index}`, outputDir).catch((error: unknown) =>
      console.error(String(error)),
    );
  }
  const views = await chromium.extension.listOpenViews();
  console.error(`open: ${views.join(' ')}`);
  if (!views.includes(chromium.extension.urlOf('sidepanel.html'))) return;
  await takeScreenshot(await chromium.extension.attachSidePanel(), 'failed-panel', outputDir);
}
