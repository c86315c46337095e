/** Pasted links open and are read; what is to be forgotten is gone from the disk. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { clickAway } from '../../support/browsers/click-away';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { answerWelcome } from '../steps/answer-welcome';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';

const DAY_MS = 86_400_000;

let stage: Stage;
let site: Page;
let options: Page;
const consoles: PageConsole[] = [];

beforeAll(async () => {
  stage = await launchWithReplica();
  await answerWelcome(stage.chromium.extension);
  site = await stage.chromium.newPage();
  await site.bringToFront();
});

afterAll(() => stage.close());

interface StoredNote {
  readonly noteId: string;
  readonly title?: string;
}

async function readStores(): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return (await stage.chromium.extension.readDatabase('hongshu-companion')) ?? {};
}

async function waitForNote(noteId: string): Promise<void> {
  await waitFor(
    async () => {
      const notes = ((await readStores())['notes'] ?? []) as StoredNote[];
      return notes.some((note) => note.noteId === noteId && note.title !== undefined);
    },
    { what: `note ${noteId} to be stored` },
  );
}

async function isStored(id: string): Promise<boolean> {
  return JSON.stringify(await readStores()).includes(id);
}

describe('the field for links', () => {
  test.each([
    ['the address of a note', 'video', () => stage.replica.noteUrl('video')],
    ['a short link', 'livephoto', () => stage.replica.noteUrl('livephoto', { form: 'short' })],
    [
      'a text shared from the app',
      'untitled',
      () => `看看这篇笔记！ ${stage.replica.noteUrl('untitled', { form: 'short' })} 复制后打开【小红书】查看`,
    ],
    ['an id alone', 'video', () => findNote(stage.replica, 'video').noteId],
  ])('opens %s, and the note is read', async (_name, key, text) => {
    const { chromium, replica } = stage;
    const note = findNote(replica, key);
    const popup = await chromium.extension.openPopup();
    const opened = chromium.context.waitForEvent('page');
    await popup.getByRole('textbox', { name: 'Note link, short link or share text' }).fill(text());
    await clickAway(popup, popup.getByRole('button', { name: 'Open', exact: true }));
    const page = await opened;
    await page.waitForURL((url) => url.pathname.endsWith(note.noteId));
    await page.locator('.note-scroller').waitFor();
    if (note.title) await waitForNote(note.noteId);
    else await waitFor(() => isStored(note.noteId), { what: 'the untitled note to be stored' });
    const known = await chromium.extension.openPopup();
    await known.getByText(note.author.nickname).first().waitFor();
    await page.close();
    await site.bringToFront();
  });

  test('says so when a text holds no link of the site', async () => {
    const popup = await stage.chromium.extension.openPopup();
    const field = popup.getByRole('textbox', { name: 'Note link, short link or share text' });
    await field.fill('https://example.com/explore/0123456789abcdef01234567');
    await field.press('Enter');
    await popup.getByRole('alert').waitFor();
    await takeScreenshot(popup, 'chromium/links/not-recognised');
  });
});

describe('what is to be forgotten', () => {
  test('a person, from a comment in the panel: profile, comments and mentions', async () => {
    const { chromium, replica } = stage;
    const tea = findNote(replica, 'tea');
    await site.goto(replica.noteUrl('tea'));
    await site.locator('.parent-comment').first().waitFor();
    const panel = await chromium.extension.openSidePanel();
    consoles.push(watchConsole(panel));
    const list = panel.getByRole('feed', { name: 'List of comments' });
    const first = list.getByRole('article').first();
    const nickname = (await first.locator('.comment-name').textContent()) ?? '';
    const person = tea.comments.find(({ author }) => author.nickname === nickname)?.author;
    if (!person || person.userId === tea.author.userId)
      throw new Error('The first comment is of the note’s author.');
    expect(await isStored(person.userId)).toBe(true);
    // The first page is here whole: the list stands still while its menu is used.
    await panel.getByText('captured 16 of 86').waitFor();
    await first.getByRole('button', { name: 'More actions' }).click();
    await panel.getByRole('menuitem', { name: 'Forget this person' }).click();
    await takeScreenshot(panel, 'chromium/forgetting/ask');
    await panel.getByRole('dialog').getByRole('button', { name: 'Forget this person' }).click();
    await waitFor(async () => !(await isStored(person.userId)), { what: 'the person to be forgotten' });
    await panel.getByText(nickname, { exact: true }).first().waitFor({ state: 'detached' });
    expect(await isStored(tea.noteId)).toBe(true);
  });

  test('a note, by its link in the options: with its comments, and all traces of it', async () => {
    const { chromium, replica } = stage;
    const tea = findNote(replica, 'tea');
    await site.goto('https://www.xiaohongshu.com/explore');
    options = await chromium.extension.openPage('options.html#stored');
    consoles.push(watchConsole(options));
    await options.getByRole('textbox', { name: 'Link of a note or a profile' }).fill(replica.noteUrl('tea'));
    await options.getByRole('button', { name: 'Find', exact: true }).click();
    await options.getByRole('button', { name: 'Forget this note' }).click();
    await options.getByText('Forgetting this note…').waitFor();
    expect(await isStored(tea.noteId)).toBe(true);
    await options.getByText('comments are deleted.').waitFor();
    expect(await isStored(tea.noteId)).toBe(false);
    expect(await isStored(findNote(replica, 'video').noteId)).toBe(true);
  });

  test('a note that was not seen again for longer than the settings say, when the day’s alarm rings', async () => {
    const { chromium, replica } = stage;
    const old = findNote(replica, 'livephoto');
    await chromium.extension.evaluate(`(${age.toString()})(${JSON.stringify(old.noteId)}, ${91 * DAY_MS})`);
    await chromium.extension.evaluate(`chrome.alarms.create('retention.daily', { when: Date.now() })`);
    await waitFor(async () => !(await isStored(old.noteId)), { what: 'the old note to be removed' });
    expect(await isStored(findNote(replica, 'video').noteId)).toBe(true);
  });

  test('everything: the database, the settings and the consent', async () => {
    const { chromium } = stage;
    await options.bringToFront();
    // As an export leaves it whose worker died.
    await options.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('exports', { create: true });
      const file = await (await folder.getFileHandle('left.rows', { create: true })).createWritable();
      await file.write('rows of comments');
      await file.close();
    });
    expect(await listOriginFiles(options)).toEqual(['exports']);
    await options.getByRole('button', { name: 'Delete everything…' }).click();
    const dialog = options.getByRole('dialog');
    await takeScreenshot(options, 'chromium/forgetting/delete-everything');
    expect(await dialog.getByRole('button', { name: 'Delete everything' }).isDisabled()).toBe(true);
    await dialog.getByRole('textbox').fill('delete');
    await dialog.getByRole('button', { name: 'Delete everything' }).click();
    await options.getByText('Everything is deleted.').waitFor();
    const records = Object.values(await readStores()).flat();
    expect(records).toEqual([]);
    expect(await chromium.extension.readStorage('local')).toEqual({});
    expect(await listOriginFiles(options)).toEqual([]);
    await site.bringToFront();
    const popup = await chromium.extension.openPopup();
    await popup.getByRole('button', { name: 'Finish set-up' }).waitFor();
    expect(consoles.flatMap(({ errors }) => errors)).toEqual([]);
  });
});

/** Names of what lies in the extension's own file system. */
function listOriginFiles(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const names: string[] = [];
    for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys()) names.push(name);
    return names;
  });
}

/** Sent into the extension's origin as text: makes a stored note as old as said. */
async function age(noteId: string, byMs: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('hongshu-companion');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
  await new Promise<void>((resolve, reject) => {
    const transaction = database.transaction('notes', 'readwrite');
    const notes = transaction.objectStore('notes');
    const found = notes.get(noteId);
    found.onsuccess = () => {
      const note = found.result as { lastSeenAt: number };
      notes.put({ ...note, lastSeenAt: note.lastSeenAt - byMs });
    };
    transaction.oncomplete = () => resolve();
    transaction.onerror = () => reject(transaction.error as Error);
  });
  database.close();
}
