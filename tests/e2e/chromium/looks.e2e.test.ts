/** Every view in light and dark, Chinese and English: photographed, accessible, nothing cut off; and all by keyboard. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { takeScreenshot } from '../../support/screenshots';
import { sizeByTier } from '../../support/test-tier';
import { answerWelcome } from '../steps/answer-welcome';
import { checkLooks } from '../steps/check-looks';
import { checkPopupFrame } from '../steps/check-popup-frame';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { waitForRest } from '../steps/wait-for-rest';

const WORDS = {
  en: {
    filters: 'Filters',
    export: 'Export CSV',
    choices: 'Other formats and options',
    load: 'Load comments for me',
    pause: 'Pause',
    conclude: 'End with what is there',
  },
  'zh-CN': {
    filters: '筛选',
    export: '导出 CSV',
    choices: '其他格式和选项',
    load: '帮我加载评论',
    pause: '暂停',
    conclude: '到此为止，保留已收到的',
  },
} as const;

type Language = keyof typeof WORDS;
/** Each language and each theme once, and in the long tier every pair of them. */
const LOOKS = sizeByTier<readonly { language: Language; theme: 'light' | 'dark' }[]>({
  short: [
    { language: 'en', theme: 'dark' },
    { language: 'zh-CN', theme: 'light' },
  ],
  long: (['en', 'zh-CN'] as const).flatMap((language) =>
    (['light', 'dark'] as const).map((theme) => ({ language, theme })),
  ),
});

const LIBRARY = ['explore', 'notes', 'comments', 'people', 'topics', 'jobs', 'costs'];

let stage: Stage;
let site: Page;
let panel: Page;
let welcome: Page;
let options: Page;
let library: Page;

beforeAll(async () => {
  stage = await launchWithReplica();
  const { chromium } = stage;
  await answerWelcome(chromium.extension);
  welcome = await chromium.extension.openPage('welcome.html');
  options = await chromium.extension.openPage('options.html');
  library = await chromium.extension.openPage('library.html');
  site = await chromium.newPage();
  await site.bringToFront();
  await openNote('tea');
  panel = await chromium.extension.openSidePanel();
});

afterAll(() => stage.close());

async function show(page: Page, name: string): Promise<void> {
  await waitForRest(page);
  await takeScreenshot(page, `chromium/looks/${name}`);
  expect(await checkLooks(page)).toEqual([]);
}

async function openNote(key: string): Promise<void> {
  await site.goto(stage.replica.noteUrl(key));
  await site.locator('.parent-comment, .no-comments').first().waitFor();
}

async function choose(look: { language: Language; theme: string }): Promise<void> {
  const call = { to: 'background', name: 'settings.change', input: { patch: look } };
  await stage.chromium.extension.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(call)})`);
  for (const page of [panel, welcome, options, library]) {
    await page.waitForFunction((language) => document.documentElement.lang === language, look.language);
  }
}

/** By the navigation, as a user does; until what the screen reads is there. */
async function goTo(page: Page, screen: string): Promise<void> {
  await page.locator(`.side-nav a[href="#${screen}"]`).click();
  await page.locator(`.side-nav a[href="#${screen}"][aria-current="page"]`).waitFor();
  await page.locator('main .skeleton').first().waitFor({ state: 'detached' });
}

describe.each(LOOKS)('in $language, $theme', (look) => {
  const words = WORDS[look.language];
  const folder = `${look.language}-${look.theme}`;

  test('the pages in tabs', async () => {
    await choose(look);
    // A page that is behind others hardly draws, and takes seconds to come to rest.
    await welcome.bringToFront();
    await show(welcome, `${folder}/welcome`);
    await options.bringToFront();
    for (const screen of ['general', 'providers', 'spending', 'stored', 'about']) {
      await goTo(options, screen);
      await show(options, `${folder}/options-${screen}`);
    }
    await library.bringToFront();
    for (const screen of LIBRARY) {
      await goTo(library, screen);
      await show(library, `${folder}/library-${screen}`);
    }
    await site.bringToFront();
  });

  test('the popup', async () => {
    const popup = await stage.chromium.extension.openPopup();
    await popup.getByRole('heading', { name: findNote(stage.replica, 'tea').title }).waitFor();
    await show(popup, `${folder}/popup`);
    expect(await checkPopupFrame(popup)).toEqual([]);
    await popup.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
    await show(popup, `${folder}/popup-end`);
  });

  test('the panel: comments, filters, details', async () => {
    await panel.getByRole('radio').nth(1).check({ force: true });
    await panel.getByRole('article').first().waitFor();
    await show(panel, `${folder}/panel-comments`);
    const filters = panel.getByRole('button', { name: words.filters, exact: true });
    await filters.click();
    await show(panel, `${folder}/panel-filters`);
    await filters.click();
    await panel.getByRole('button', { name: words.choices }).click();
    await panel.getByRole('dialog').waitFor();
    await show(panel, `${folder}/panel-export`);
    await panel.locator('.dialog').evaluate((dialog) => dialog.scrollTo(0, dialog.scrollHeight));
    await show(panel, `${folder}/panel-export-end`);
    await panel.keyboard.press('Escape');
    await panel.getByRole('dialog').waitFor({ state: 'detached' });
    await panel.getByRole('radio').nth(0).check({ force: true });
    await panel.getByRole('term').first().waitFor();
    await show(panel, `${folder}/panel-details`);
    await panel.getByRole('radio').nth(1).check({ force: true });
  });
});

describe('in the panel', () => {
  const words = WORDS['zh-CN'];

  test('loading, stopped, and exported', async () => {
    await site.bringToFront();
    await panel.getByRole('button', { name: words.load }).click();
    const pause = panel.getByRole('button', { name: words.pause, exact: true });
    await pause.waitFor();
    await show(panel, 'panel-loading');
    await pause.click();
    await pause.waitFor({ state: 'detached' });
    await show(panel, 'panel-loading-paused');
    await panel.getByRole('button', { name: words.conclude, exact: true }).click();
    await panel.getByRole('button', { name: words.load }).waitFor();
    await panel.getByRole('button', { name: words.export }).click();
    await panel.getByText('.csv').waitFor();
    await show(panel, 'panel-exported');
  });

  test('the keyboard reaches search, list and export in this order', async () => {
    await panel.bringToFront();
    await panel.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    const reached: string[] = [];
    for (let count = 0; count < 200 && !reached.includes('export'); count += 1) {
      await panel.keyboard.press('Tab');
      const at = await panel.evaluate((exportName) => {
        const focused = document.activeElement;
        if (focused?.matches('input[type="search"]')) return 'search';
        if (focused?.matches('[role="feed"]')) return 'list';
        return focused?.textContent?.trim() === exportName ? 'export' : undefined;
      }, words.export);
      if (at !== undefined) reached.push(at);
    }
    expect(reached).toEqual(['search', 'list', 'export']);
  });

  test.each([
    ['empty', 'a note without comments'],
    ['removed', 'a note that was removed'],
  ])('%s: %s', async (key) => {
    await site.bringToFront();
    await site.goto(stage.replica.noteUrl(key));
    const { title } = findNote(stage.replica, key);
    if (key === 'empty') await panel.getByRole('heading', { level: 1, name: title }).waitFor();
    else
      await panel
        .getByRole('heading', { level: 1, name: findNote(stage.replica, 'empty').title })
        .waitFor({ state: 'detached' });
    await show(panel, `panel-${key}`);
  });
});
