/** What is kept when, and who is asked for what: nothing before consent, nothing while paused, no request of our own. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RecordedRequest } from '../../replica/types';
import { buildExtension } from '../../support/built-extension';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { answerWelcome } from '../steps/answer-welcome';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';

let stage: Stage;
let site: Page;
const consoles: PageConsole[] = [];

/** Whom the browser asks by itself (autofill, updates); in the tests these calls land at the replica too. */
const BROWSER_HOSTS = /(?:^|\.)(?:google|googleapis|gstatic)\.com$/;

const siteUrl = (path: string) => `https://www.xiaohongshu.com${path}`;

beforeAll(async () => {
  stage = await launchWithReplica();
  const { chromium } = stage;
  consoles.push(watchConsole(await chromium.extension.findWelcomePage()));
  site = await chromium.newPage();
  consoles.push(watchConsole(site));
  await site.bringToFront();
});

afterAll(() => stage.close());

/** Feed, search, notifications and a profile, as a visitor goes through them. */
async function visitLists(): Promise<void> {
  const author = findNote(stage.replica, 'tea').author.userId;
  await site.goto(siteUrl('/explore'));
  await site.locator('section.note-item').first().waitFor();
  await site.goto(siteUrl(`/search_result?keyword=${encodeURIComponent('茶')}&type=51`));
  await site.locator('section.note-item').first().waitFor();
  await site.goto(siteUrl('/notification'));
  await site.locator('.tabs-content-container').first().waitFor();
  await site.goto(siteUrl(`/user/profile/${author}`));
  await site.locator('.user-name').first().waitFor();
}

async function openNote(key: string): Promise<void> {
  await site.goto(stage.replica.noteUrl(key));
  await site.locator('.parent-comment').first().waitFor();
}

/** All records of all databases, by store; stores without any are left out. */
async function readRecords(): Promise<Record<string, readonly unknown[]>> {
  const { extension } = stage.chromium;
  const records: Record<string, readonly unknown[]> = {};
  for (const name of await extension.listDatabases()) {
    for (const [store, rows] of Object.entries((await extension.readDatabase(name)) ?? {})) {
      if (rows.length > 0) records[`${name}/${store}`] = rows;
    }
  }
  return records;
}

async function readAreas(): Promise<string> {
  const { extension } = stage.chromium;
  return JSON.stringify([await extension.readStorage('local'), await extension.readStorage('session')]);
}

const openPopup = async () => {
  const popup = await stage.chromium.extension.openPopup();
  consoles.push(watchConsole(popup));
  return popup;
};

describe('what is kept', () => {
  test('nothing before the welcome page is answered, wherever the user goes', async () => {
    await visitLists();
    await openNote('tea');
    const popup = await openPopup();
    await popup.getByRole('button', { name: 'Finish set-up' }).waitFor();
    await takeScreenshot(popup, 'chromium/privacy/popup-before-consent');
    expect(await readRecords()).toEqual({});
    const areas = await readAreas();
    for (const { noteId } of stage.replica.world.notes) expect(areas).not.toContain(noteId);
  });

  test('once agreed, the note that is open, without loading it again', async () => {
    const { replica, chromium } = stage;
    const tea = findNote(replica, 'tea');
    const loads = () => replica.requests.filter(({ path }) => path.endsWith(`/explore/${tea.noteId}`)).length;
    const before = loads();
    await answerWelcome(chromium.extension);
    await site.bringToFront();
    const popup = await openPopup();
    await popup.getByRole('heading', { name: tea.title }).waitFor();
    expect(loads()).toBe(before);
    const records = await waitFor(
      async () => {
        const found = await readRecords();
        return found['hongshu-companion/notes'] && found;
      },
      { what: 'the note to be stored' },
    );
    expect(records['hongshu-companion/notes']).toMatchObject([{ noteId: tea.noteId, title: tea.title }]);
  });

  test('nothing of feeds, searches, notifications and profiles while they are off', async () => {
    const before = await readRecords();
    await visitLists();
    // A note opened last is stored last: what came before it has been taken, or left.
    await openNote('livephoto');
    const { noteId } = findNote(stage.replica, 'livephoto');
    const records = await waitForNote(noteId);
    const known = new Set([noteId, findNote(stage.replica, 'tea').noteId]);
    const notes = records['hongshu-companion/notes'] as { noteId: string }[];
    expect(new Set(notes.map((note) => note.noteId))).toEqual(known);
    for (const store of ['listings', 'notifications', 'authors']) {
      expect(records[`hongshu-companion/${store}`]).toEqual(before[`hongshu-companion/${store}`]);
    }
    expect(records['hongshu-companion/listings']).toBeUndefined();
    expect(records['hongshu-companion/notifications']).toBeUndefined();
  });

  test('nothing while paused; what is open then is read when the user resumes', async () => {
    const { replica } = stage;
    const video = findNote(replica, 'video');
    const popup = await openPopup();
    await popup.getByRole('switch', { name: 'Pause' }).check({ force: true });
    await popup.getByText('Paused: nothing new is kept.').waitFor();
    const before = await readRecords();
    await openNote('video');
    await visitLists();
    await openNote('video');
    const paused = await openPopup();
    await paused.getByText('Paused: nothing new is kept.').waitFor();
    await takeScreenshot(paused, 'chromium/privacy/popup-paused');
    expect(await readRecords()).toEqual(before);
    expect(await readAreas()).not.toContain(video.noteId);
    await paused.getByRole('button', { name: 'Resume' }).click();
    await paused.getByRole('heading', { name: video.title }).waitFor();
    await waitForNote(video.noteId);
  });

  test('never anything of a private window', async () => {
    const path = join(await buildExtension('chrome'), 'manifest.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as { incognito?: string };
    expect(manifest.incognito).toBe('not_allowed');
  });
});

describe('who is asked for what', () => {
  let panel: Page;

  test('the CDN for what is on screen in popup and panel, and for nothing below it', async () => {
    const { replica, chromium } = stage;
    const tea = findNote(replica, 'tea');
    await openNote('tea');
    const first = replica.requests.length;
    const popup = await openPopup();
    await popup.getByRole('heading', { name: tea.title }).waitFor();
    panel = await chromium.extension.openSidePanel();
    consoles.push(watchConsole(panel));
    const list = panel.getByRole('feed', { name: 'List of comments' });
    await list.getByRole('article').first().waitFor();
    await panel.waitForFunction(() => [...document.images].every((image) => image.complete));
    const asked = listOwnImages(replica.requests.slice(first));
    expect(asked.length).toBeGreaterThan(0);
    const below = tea.comments.at(9)?.author.avatarUrl;
    const above = new Set(
      tea.comments
        .slice(0, 4)
        .flatMap((one) => [one, ...one.replies])
        .map((one) => one.author.avatarUrl),
    );
    if (below === undefined || above.has(below))
      throw new Error('The world has no person who is only further down.');
    const pathOf = (url: string) => new URL(url).pathname;
    expect(asked.map(({ path }) => path)).not.toContain(pathOf(below));
    await list.evaluate((element) => element.scrollTo(0, element.scrollHeight));
    await waitFor(() => listOwnImages(replica.requests).some(({ path }) => path === pathOf(below)), {
      what: 'the picture of who is on screen now',
    });
  });

  test('the site’s pages and interfaces for nothing that the page did not ask itself', () => {
    const { requests } = stage.replica;
    expect(requests.filter(({ origin }) => origin?.startsWith('chrome-extension:'))).toEqual([]);
    const calls = requests.filter(({ kind, method }) => kind === 'api' && method !== 'OPTIONS');
    expect(calls.length).toBeGreaterThan(10);
    expect(calls.filter(({ signedByPage }) => !signedByPage)).toEqual([]);
    const pages = requests.filter(({ kind }) => kind === 'page');
    expect(pages.length).toBeGreaterThan(10);
    expect(pages.filter(({ fetchMetadata }) => !fetchMetadata.startsWith('document navigate'))).toEqual([]);
    const bare = requests.filter(isOwnRequest);
    expect(bare.filter(({ kind }) => kind !== 'cdn')).toEqual([]);
  });

  test('no decoy was touched, and no console shows an error', () => {
    expect(stage.replica.decoyHits).toEqual([]);
    expect(consoles.flatMap(({ errors }) => errors)).toEqual([]);
  });
});

async function waitForNote(noteId: string): Promise<Record<string, readonly unknown[]>> {
  return waitFor(
    async () => {
      const records = await readRecords();
      const notes = (records['hongshu-companion/notes'] ?? []) as { noteId: string; title?: string }[];
      return notes.some((note) => note.noteId === noteId && note.title !== undefined) && records;
    },
    { what: `note ${noteId} to be stored` },
  );
}

/** Pages of the site always name themselves as referrer; pages of the extension send none. */
function isOwnRequest({ referer, fetchMetadata, origin, host }: RecordedRequest): boolean {
  if (BROWSER_HOSTS.test(host)) return false;
  const isOfDocument = fetchMetadata.startsWith('document') || fetchMetadata === '';
  return referer === undefined && origin === undefined && !isOfDocument;
}

function listOwnImages(requests: readonly RecordedRequest[]): RecordedRequest[] {
  return requests.filter((request) => isOwnRequest(request) && request.fetchMetadata.startsWith('image'));
}
