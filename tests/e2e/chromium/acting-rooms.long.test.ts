/**
 * What stands around acting: its options, templates and their files, the log and its files, the notifications that the
 * site's page showed.
 */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorldNote } from '../../replica/world/types';
import { watchConsole } from '../../support/browsers/page-console';
import { readCsv } from '../../support/read-csv';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { agreeToAll } from '../steps/agree-to-all';
import { demandOfBackground } from '../steps/ask-background';
import { checkLooks } from '../steps/check-looks';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { readDownload } from '../steps/read-download';
import { waitForRest } from '../steps/wait-for-rest';

let stage: Stage;
let tea: WorldNote;

beforeAll(async () => {
  stage = await launchWithReplica({ chromium: { realVisibility: true } });
  await agreeToAll(stage.chromium.extension);
  tea = findNote(stage.replica, 'tea');
});

afterAll(() => stage?.close());

const readSettings = async () =>
  (await stage.chromium.extension.readStorage('local'))['settings'] as {
    readonly acting: { readonly minGapMs: number; readonly sendsQueues: boolean };
  };

const setting = (theme: string, language: string) =>
  demandOfBackground(stage.chromium.extension.evaluate, 'settings.change', { patch: { theme, language } });

/** Photographs a page in the four looks, and says what is wrong with each. */
async function lookAt(page: Page, name: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const theme of ['light', 'dark'])
    for (const language of ['en', 'zh-CN']) {
      await setting(theme, language);
      await page.locator(`html[lang="${language}"][data-theme="${theme}"]`).waitFor();
      await waitForRest(page);
      await takeScreenshot(page, `chromium/acting-rooms/${name}-${theme}-${language}`);
      wrong.push(...(await checkLooks(page)));
    }
  await setting('light', 'en');
  await page.locator('html[lang="en"][data-theme="light"]').waitFor();
  return wrong;
}

async function openPage(path: string): Promise<Page> {
  const page = await stage.chromium.extension.openPage(path);
  page.setDefaultTimeout(15_000);
  await page.bringToFront();
  return page;
}

describe('the options of acting', () => {
  test('take a gap below the floor only when its risk was confirmed, and sending by itself likewise', async () => {
    const options = await openPage('options.html#acting');
    const shownErrors = watchConsole(options);
    const gap = options.getByRole('textbox', { name: 'At least this long between two' });
    await gap.fill('5');
    await gap.press('Enter');
    await options.getByText('You entered 5 s').waitFor();
    await options.getByRole('button', { name: 'Cancel' }).click();
    expect((await readSettings()).acting?.minGapMs ?? 45_000).toBe(45_000);
    await gap.fill('5');
    await gap.press('Enter');
    await options.getByRole('button', { name: 'I know. Use 5 s' }).click();
    await options.getByText('The gap is below 45 s now').waitFor();
    await waitFor(async () => (await readSettings()).acting.minGapMs === 5_000, {
      what: 'the gap to be kept',
    });
    const sends = options.getByRole('switch', { name: 'Queues send by themselves' });
    await sends.click();
    await takeScreenshot(options, 'chromium/acting-rooms/risk');
    const yes = options.getByRole('button', { name: 'Switch it on' });
    expect(await yes.isDisabled()).toBe(true);
    await options.getByRole('switch', { name: 'I have read this' }).click();
    await yes.click();
    await waitFor(async () => (await readSettings()).acting.sendsQueues, { what: 'the switch to be kept' });
    await options.getByRole('button', { name: 'Back to the default' }).click();
    await waitFor(async () => (await readSettings()).acting.minGapMs === 45_000, {
      what: 'the default to be kept',
    });
    expect(await lookAt(options, 'options')).toEqual([]);
    expect(shownErrors.errors).toEqual([]);
    await options.close();
  });
});

describe('templates', () => {
  let library: Page;

  test('are written, exported, deleted, and come back from the file', async () => {
    library = await openPage('library.html#templates');
    for (const [name, text] of [
      ['Price', 'Thank you {nickname|friend}, it is 10 yuan [微笑R]'],
      ['Stock', '{place} gets it in two days, see “{title}”'],
    ]) {
      await library.getByRole('button', { name: 'New template' }).click();
      await library.getByRole('textbox', { name: 'Name' }).fill(name ?? '');
      await library.getByRole('textbox', { name: 'Text' }).fill(text ?? '');
      await takeScreenshot(library, `chromium/acting-rooms/editor-${name}`);
      await library.getByRole('button', { name: 'Save' }).click();
      await library.getByText(name ?? '', { exact: true }).waitFor();
    }
    expect(await lookAt(library, 'templates')).toEqual([]);
    const before = readdirSync(stage.chromium.downloadDir);
    await library.getByRole('button', { name: 'Export' }).click();
    const file = await readDownload(stage.chromium.downloadDir, '.json', before);
    await library.getByRole('button', { name: 'Delete “Price”' }).click();
    await library.getByText('“Price” is deleted.').waitFor();
    // What is deleted is gone for good when the page is left.
    await library.reload();
    await library.getByText('Stock', { exact: true }).waitFor();
    expect(await library.getByText('Price', { exact: true }).count()).toBe(0);
    const changed = file.text.replace('two days', 'three days');
    const choose = (name: string, text: string) =>
      library
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
    await choose('foreign.json', '{"product":"other"}');
    await library.getByText('This is no file of templates').waitFor();
    await choose('templates.json', changed);
    await library.getByText('1 of the same name').waitFor();
    await takeScreenshot(library, 'chromium/acting-rooms/import');
    await library.getByRole('radio', { name: 'Take the file’s' }).click();
    await library.getByRole('button', { name: 'Import 2' }).click();
    await library.getByText('three days').waitFor();
    await library.getByText('Price', { exact: true }).waitFor();
  });

  test('are filled in with what is known of the comment that is answered, by keys alone', async () => {
    const site = await stage.chromium.newPage();
    await site.bringToFront();
    await site.goto(stage.replica.noteUrl('tea'));
    const comment = tea.comments[1];
    const known = async () => {
      const stored = (await stage.chromium.extension.readDatabase('hongshu-companion')) as {
        comments?: { commentId: string }[];
      };
      return stored.comments?.some(({ commentId }) => commentId === comment?.id);
    };
    await waitFor(known, { what: 'the comment to be stored' });
    await library.bringToFront();
    await library.getByRole('link', { name: 'Act', exact: true }).click();
    await library.getByRole('textbox', { name: 'Note', exact: true }).fill(stage.replica.noteUrl('tea'));
    await library.getByRole('combobox', { name: 'Action' }).first().selectOption('reply');
    await library.getByRole('textbox', { name: 'Comment id' }).fill(comment?.id ?? '');
    const text = library.getByRole('textbox', { name: 'Text', exact: true });
    await text.press('/');
    await library.getByRole('searchbox', { name: 'Search templates' }).waitFor();
    await library.getByText(`Thank you ${comment?.author.nickname ?? '?'},`).waitFor();
    expect(await lookAt(library, 'picker')).toEqual([]);
    await library.getByRole('searchbox', { name: 'Search templates' }).pressSequentially('price');
    await library.keyboard.press('Enter');
    expect(await text.inputValue()).toBe(
      `Thank you ${comment?.author.nickname ?? '?'}, it is 10 yuan [微笑R]`,
    );
    expect(await text.evaluate((box) => box === document.activeElement)).toBe(true);
    await site.close();
  });
});

describe('the log', () => {
  test('is written to files with what was done, and narrowed before', async () => {
    const { extension, downloadDir } = stage.chromium;
    await extension.evaluate(`(${writeActions.toString()})(${JSON.stringify(tea.noteId)})`);
    const library = await openPage('library.html#act');
    await library.getByText('12 entries').waitFor();
    expect(await lookAt(library, 'log')).toEqual([]);
    await library.getByRole('combobox', { name: 'Result' }).selectOption('refused');
    await library.getByText('3 entries').waitFor();
    const before = readdirSync(downloadDir);
    await library.getByRole('button', { name: 'Export CSV' }).click();
    const { rows } = readCsv((await readDownload(downloadDir, '.csv', before)).text);
    expect(rows.map((row) => row['Reason'])).toEqual([
      'comments-closed',
      'comments-closed',
      'comments-closed',
    ]);
    expect(rows[0]).toMatchObject({ Action: 'reply', 'Note id': tea.noteId, Note: tea.title });
    await library.close();
  });
});

/** Sent to the extension's origin as text, so it refers to nothing outside itself. */
async function writeActions(noteId: string): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('hongshu-companion');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
  const outcomes = [
    { is: 'done', proof: 'answer', commentId: 'c'.repeat(24) },
    { is: 'uncertain' },
    { is: 'refused', code: 'comments-closed', siteCode: 10001 },
    { is: 'already' },
  ];
  const store = database.transaction('actions', 'readwrite').objectStore('actions');
  for (let index = 0; index < 12; index += 1) {
    const at = Date.now() - index * 3_600_000;
    store.put({
      ...{ actionId: `a${index}`, action: 'reply', noteId, commentId: 'd'.repeat(24), viewerId: 'v1' },
      ...{ content: `有的，第 ${index} 条`, at, endedAt: at + 900, mode: 'send', jobId: 'j1' },
      outcome: outcomes[index % 4],
    });
  }
  await new Promise((resolve) => {
    store.transaction.oncomplete = resolve;
  });
  database.close();
}

describe('notifications', () => {
  test('that the site’s page showed stand in the panel, new ones marked, and are answered there', async () => {
    const { chromium, replica } = stage;
    const site = await chromium.newPage();
    await site.bringToFront();
    await site.goto(replica.noteUrl('tea'));
    const panel = await chromium.extension.openSidePanel();
    panel.setDefaultTimeout(15_000);
    await panel.getByRole('button', { name: 'Notifications', exact: true }).click();
    await panel.getByText('No notifications yet').waitFor();
    await takeScreenshot(panel, 'chromium/acting-rooms/notifications-none');
    replica.clearRecords();
    await site.goto(new URL('/notification', replica.noteUrl('tea')).href);
    await site.locator('.interaction-hint').first().waitFor();
    await panel.getByText('commented on your note').first().waitFor();
    await panel.getByText('replied to you').first().waitFor();
    expect(await lookAt(panel, 'notifications')).toEqual([]);
    await panel.getByRole('button', { name: 'Reply', exact: true }).first().click();
    const box = panel.getByRole('textbox', { name: 'Text of the reply' });
    await box.pressSequentially('Thank you');
    expect(await lookAt(panel, 'notification-reply')).toEqual([]);
    const lists = replica.requests.filter(({ path }) => path.includes('/you/'));
    await panel.getByRole('button', { name: 'Put it into the page' }).click();
    await box.waitFor({ state: 'detached' });
    const ordered = await waitFor(
      async () => {
        const { jobs = [] } = (await chromium.extension.readDatabase('hongshu-companion')) as {
          jobs?: {
            jobId: string;
            kind: string;
            input: { targets: { commentId: string; content: string }[] };
          }[];
        };
        return jobs.find(({ kind }) => kind === 'act');
      },
      { what: 'the reply to be ordered' },
    );
    const first = await panel.evaluate(() => document.querySelector('.notice-item-text')?.textContent);
    expect(ordered.input.targets).toMatchObject([{ action: 'reply', content: 'Thank you' }]);
    expect(first).not.toBe('');
    await demandOfBackground(chromium.extension.evaluate, 'job.cancel', { jobId: ordered.jobId });
    // The page asked for its list; nobody asked for it again.
    expect(replica.requests.filter(({ path }) => path.includes('/you/'))).toHaveLength(lists.length);
    await panel.close();
    const again = await chromium.extension.openSidePanel();
    await again.getByRole('button', { name: 'Notifications', exact: true }).waitFor();
    await site.goto(replica.noteUrl('tea'));
  });

  test('in the panel’s reply box a template is put in with a few keys', async () => {
    const panel = await stage.chromium.extension.attachSidePanel();
    panel.setDefaultTimeout(15_000);
    await panel.getByRole('heading', { level: 1, name: tea.title }).waitFor();
    await panel.getByRole('button', { name: 'Reply', exact: true }).first().click();
    const box = panel.getByRole('textbox', { name: 'Text of the reply' });
    await box.press('Alt+t');
    await panel.getByRole('searchbox', { name: 'Search templates' }).waitFor();
    expect(await lookAt(panel, 'panel-picker')).toEqual([]);
    await panel.getByRole('searchbox', { name: 'Search templates' }).pressSequentially('price');
    await panel.keyboard.press('Enter');
    await panel.getByRole('searchbox', { name: 'Search templates' }).waitFor({ state: 'detached' });
    expect(await box.inputValue()).toMatch(/^Thank you .+, it is 10 yuan \[微笑R\]$/);
  });
});
