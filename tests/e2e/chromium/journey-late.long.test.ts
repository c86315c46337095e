/** A note that was open before the extension was there, and one that stays open while the extension is updated. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { buildExtension } from '../../support/built-extension';
import { installExtension } from '../../support/browsers/install-extension';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { launchChromium } from '../../support/chromium';
import type { RunningChromium } from '../../support/chromium';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { answerWelcome } from '../steps/answer-welcome';
import { findNote } from '../steps/find-note';
import { readComments } from '../steps/read-comments';
import { readAllComments } from './replica-visitor';

let replica: Replica;
let chromium: RunningChromium;
let extensionDir: string;
let site: Page;
let siteConsole: PageConsole;
let tea: WorldNote;

beforeAll(async () => {
  replica = await startReplica({});
  tea = findNote(replica, 'tea');
  const openNoteFirst = async (context: BrowserContext) => {
    site = context.pages()[0] ?? (await context.newPage());
    siteConsole = watchConsole(site);
    await site.goto(replica.noteUrl('tea'));
    await site.locator('.parent-comment').first().waitFor();
  };
  extensionDir = await buildExtension('chrome');
  chromium = await launchChromium({
    replica,
    extensionDir,
    locale: 'en-US',
    session: 'member',
    beforeInstall: openNoteFirst,
  });
});

afterAll(async () => {
  await chromium.close();
  await replica.close();
});

const countLoads = () =>
  replica.requests.filter(({ kind, path }) => kind === 'page' && path.endsWith(tea.noteId)).length;

const readIds = async () =>
  (await readComments(chromium.extension, tea.noteId)).map(({ commentId }) => commentId).toSorted();

describe('a note that was open before the extension was installed', () => {
  test('is known as soon as the user has agreed, and was not loaded again', async () => {
    await answerWelcome(chromium.extension);
    await site.bringToFront();
    const popup = await chromium.extension.openPopup();
    await popup.getByRole('heading', { name: tea.title }).waitFor();
    await popup.getByText(tea.author.nickname).first().waitFor();
    await takeScreenshot(popup, 'chromium/journey-late/popup');
    expect(countLoads()).toBe(1);
  });

  test('gives its comments too: those that are there, and those that the page loads now', async () => {
    await waitFor(async () => (await readIds()).length > 0, { what: 'the comments that were there' });
    await readAllComments(site);
    const served = [...replica.servedCommentIds(tea.noteId)].toSorted();
    expect(served.length).toBeGreaterThan(80);
    await waitFor(async () => (await readIds()).length === served.length, {
      what: 'every comment that was served to be stored',
    });
    expect(await readIds()).toEqual(served);
    expect(countLoads()).toBe(1);
  });
});

describe('a note that stays open while the extension is updated', () => {
  test('is known again without being loaded, and what was stored is as it was', async () => {
    const before = await readIds();
    await updateExtension();
    await site.bringToFront();
    const popup = await chromium.extension.openPopup();
    await popup.getByRole('heading', { name: tea.title }).waitFor();
    expect(await readIds()).toEqual(before);
    expect(countLoads()).toBe(1);
  });

  test('is left alone by the script of before, and read by the new one', async () => {
    const video = findNote(replica, 'video');
    await site.goto(replica.noteUrl('video'));
    await site.locator('.parent-comment').first().waitFor();
    await updateExtension();
    await readAllComments(site);
    const served = [...replica.servedCommentIds(video.noteId)].toSorted();
    await waitFor(
      async () => (await readComments(chromium.extension, video.noteId)).length === served.length,
      {
        what: 'the comments loaded after the update to be stored',
      },
    );
    const rows = await readComments(chromium.extension, video.noteId);
    expect(rows.map(({ commentId }) => commentId).toSorted()).toEqual(served);
    const panel = await chromium.extension.openSidePanel();
    await panel.getByRole('heading', { level: 1, name: video.title }).waitFor();
    await panel.getByText(`Captured ${served.length} of`).waitFor();
    expect(siteConsole.errors).toEqual([]);
    expect(replica.decoyHits).toEqual([]);
  });
});

describe('"Load comments for me" where no response can be read', () => {
  test('stops at the first request that the site refuses', async () => {
    await site.goto(replica.noteUrl('popular'));
    await site.locator('.parent-comment').first().waitFor();
    await updateExtension();
    replica.faults.commentsStatus = 429;
    replica.clearRecords();
    const panel = await chromium.extension.openSidePanel();
    await panel.getByRole('button', { name: 'Load comments for me' }).click();
    await panel.getByText('The site gave a warning').first().waitFor();
    const refused = replica.requests.filter(
      ({ kind, method, path }) => kind === 'api' && method === 'GET' && path.includes('/comment/'),
    );
    expect(refused).toHaveLength(1);
  });
});

/** Puts the extension in the place of itself, as an update does; resolves when the new one runs. */
async function updateExtension(): Promise<void> {
  const { extension, browserSession } = chromium;
  const findWorker = async () => {
    const { targetInfos } = await browserSession.send('Target.getTargets');
    return targetInfos.find(
      ({ type, url }) => type === 'service_worker' && url.startsWith(extension.urlOf('')),
    );
  };
  await extension.evaluate('chrome.runtime.getPlatformInfo()');
  const before = await findWorker();
  await installExtension(browserSession, extensionDir);
  await waitFor(
    async () => {
      const worker = await findWorker();
      return worker !== undefined && worker.targetId !== before?.targetId;
    },
    { what: 'the worker of the new extension' },
  );
}
