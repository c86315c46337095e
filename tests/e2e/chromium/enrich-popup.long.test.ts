/** The popup asks providers for the open note and for a pasted link, as a guest; and how all of it looks. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { takeScreenshot } from '../../support/screenshots';
import { answerWelcome } from '../steps/answer-welcome';
import { askBackground } from '../steps/change-provider-settings';
import { checkLooks } from '../steps/check-looks';
import { findNote } from '../steps/find-note';
import { launchWithProviders } from '../steps/launch-with-providers';
import type { Stage } from '../steps/launch-with-replica';
import { saveProviderKey } from '../steps/save-provider-key';
import { waitForRest } from '../steps/wait-for-rest';

const FOLDER = 'chromium/enrich-popup';
const FIELD = 'Note link, short link or share text';

let stage: Stage;
let site: Page;

interface StoredNote {
  readonly noteId: string;
  readonly observed: Readonly<Record<string, { source: string }>>;
  readonly video?: { readonly streams: readonly { readonly url: string }[] };
}

const inEnglish = (count: number) => new Intl.NumberFormat('en').format(count);
const billed = () => stage.replica.billedCalls().count;
/** What was asked about notes and people; prices are looked up beside it. */
const endpoints = () =>
  stage.replica.providerCalls.filter(({ series }) => series !== 'account').map(({ endpoint }) => endpoint);

beforeAll(async () => {
  stage = await launchWithProviders({ chromium: { session: 'guest' } });
  const { replica, chromium } = stage;
  await answerWelcome(chromium.extension);
  await saveProviderKey(chromium.extension, 'tikhub', replica.providerKey('tikhub').value);
  site = await chromium.newPage();
});

afterEach(async ({ task }) => {
  if (task.result?.state !== 'fail') return;
  await takeScreenshot(await stage.chromium.extension.openPopup(), `${FOLDER}/failed`);
});

afterAll(() => stage.close());

async function openNote(key: string): Promise<void> {
  await site.bringToFront();
  await site.goto(stage.replica.noteUrl(key));
  await site.locator('.note-scroller').waitFor();
}

async function show(page: Page, name: string): Promise<void> {
  await waitForRest(page);
  await takeScreenshot(page, `${FOLDER}/${name}`);
  expect(await checkLooks(page)).toEqual([]);
}

async function readNote(noteId: string): Promise<StoredNote | undefined> {
  const stores = await stage.chromium.extension.readDatabase('hongshu-companion');
  return ((stores?.['notes'] ?? []) as StoredNote[]).find((one) => one.noteId === noteId);
}

describe('the popup', () => {
  test('enriches the open note from one small line', async () => {
    const { chromium, replica } = stage;
    await openNote('feed-3');
    replica.clearRecords();
    const popup = await chromium.extension.openPopup();
    await popup.getByText('about $0.01').waitFor();
    await show(popup, 'popup-offered');
    await popup.getByRole('button', { name: 'Enrich', exact: true }).click();
    await popup.getByText(/^Filled by TikHub/).waitFor();
    await popup
      .getByText(inEnglish(findNote(replica, 'feed-3').likedCount), { exact: true })
      .first()
      .waitFor();
    await show(popup, 'popup-filled');
    expect(billed()).toBe(1);
  });

  test('says where a short link leads without opening it, and reads the note there, its video too', async () => {
    const { chromium, replica } = stage;
    const linked = findNote(replica, 'feed-11');
    expect(linked.type).toBe('video');
    const url = replica.noteUrl('feed-11', { form: 'short' });
    await site.bringToFront();
    replica.clearRecords();
    const popup = await chromium.extension.openPopup();
    const foot = popup.locator('.popup-foot');
    await popup.getByRole('textbox', { name: FIELD }).fill(`看看这篇笔记！ ${url} 复制后打开【小红书】查看`);
    const lookUp = popup.getByRole('button', { name: 'Look it up without opening' });
    await lookUp.waitFor();
    await show(popup, 'link-offered');
    await lookUp.click();
    await popup.getByText('It is a note').waitFor();
    const href = (await popup.getByRole('link', { name: 'Open on the site' }).getAttribute('href')) ?? '';
    expect(new URL(href).pathname).toBe(`/explore/${linked.noteId}`);
    const tokens = replica.tokensOf(linked.noteId).map(({ token }) => token);
    expect(tokens).toContain(new URL(href).searchParams.get('xsec_token'));
    await show(popup, 'link-found');
    expect(billed()).toBe(1);

    await foot.getByRole('button', { name: 'Enrich', exact: true }).click();
    await foot.getByText(linked.title).waitFor();
    await foot.getByText(/^Filled by TikHub App V2: exact counts/).waitFor();
    await show(popup, 'link-read');
    // Only now it is known to be a video, which another door tells of.
    await foot.getByRole('button', { name: 'Enrich', exact: true }).click();
    await foot.getByText('Filled by TikHub App V2: video').waitFor();
    const stored = await readNote(linked.noteId);
    const file = /([0-9a-f]{32})_\d+\.mp4$/;
    const name = file.exec(linked.video?.streams[0]?.masterUrl ?? '')?.[1];
    expect(name).toBeDefined();
    expect(new Set(stored?.video?.streams.map((stream) => file.exec(stream.url)?.[1]))).toEqual(
      new Set([name]),
    );
    expect(stored?.observed['video']).toMatchObject({ source: 'tikhub-app-v2' });
    expect(endpoints().slice(1)).toEqual(['app_v2/get_image_note_detail', 'app_v2/get_video_note_detail']);
    expect(billed()).toBe(3);
    expect(replica.requests.filter(({ kind }) => kind === 'short-link')).toEqual([]);
  });

  test('offers nothing of the kind for what names a note or a person itself', async () => {
    const { chromium, replica } = stage;
    const { author } = findNote(replica, 'video');
    await site.bringToFront();
    const popup = await chromium.extension.openPopup();
    const field = popup.getByRole('textbox', { name: FIELD });
    await field.fill(replica.noteUrl('video', { form: 'short' }));
    await popup.getByRole('button', { name: 'Look it up without opening' }).waitFor();
    await field.fill(`https://www.xiaohongshu.com/user/profile/${author.userId}`);
    await popup.getByRole('button', { name: 'Look it up without opening' }).waitFor({ state: 'detached' });
  });

  test('opens the page of a known person by their id alone', async () => {
    const { chromium, replica } = stage;
    const { author } = findNote(replica, 'feed-3');
    await site.bringToFront();
    const popup = await chromium.extension.openPopup();
    const opened = chromium.context.waitForEvent('page');
    await popup.getByRole('textbox', { name: FIELD }).fill(author.userId);
    // The popup may be gone before the driver has seen its click through.
    const pressed = popup.getByRole('button', { name: 'Open', exact: true }).click();
    const [page] = await Promise.all([
      opened,
      pressed.catch((error: unknown) => {
        if (!popup.isClosed()) throw error;
      }),
    ]);
    await page.waitForURL((url) => url.pathname === `/user/profile/${author.userId}`);
    await page.close();
  });
});

describe('how it looks', () => {
  let panel: Page;

  beforeAll(async () => {
    await openNote('feed-3');
    panel = await stage.chromium.extension.openSidePanel();
    await panel.getByRole('radio', { name: 'Details' }).check({ force: true });
    const author = panel.getByRole('region', { name: 'Author', exact: true });
    await author.getByRole('button', { name: 'Get the profile' }).click();
    await author.getByText(/^Filled by/).waitFor();
  });

  describe.each([
    { language: 'zh-CN', theme: 'dark', words: { start: '补全', author: '作者' } },
    { language: 'en', theme: 'dark', words: { start: 'Enrich', author: 'Author' } },
    { language: 'zh-CN', theme: 'light', words: { start: '补全', author: '作者' } },
  ] as const)('in $language, $theme', ({ language, theme, words }) => {
    test('the details and the popup', async () => {
      const { extension } = stage.chromium;
      await askBackground(extension, 'settings.change', { patch: { language, theme } });
      await panel.waitForFunction((lang) => document.documentElement.lang === lang, language);
      await openNote('feed-13');
      await panel.getByRole('button', { name: words.start, exact: true }).waitFor();
      await show(panel, `${language}-${theme}-offered`);
      await openNote('feed-3');
      const card = panel.getByRole('region', { name: words.author, exact: true });
      await card.scrollIntoViewIfNeeded();
      await show(panel, `${language}-${theme}-author`);
      await openNote('feed-13');
      const popup = await extension.openPopup();
      await popup.getByRole('button', { name: words.start, exact: true }).waitFor();
      await show(popup, `${language}-${theme}-popup`);
    });
  });
});
