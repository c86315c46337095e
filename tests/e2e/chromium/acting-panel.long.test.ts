/**
 * Acting with one press, and answering under a saved account, from the panel and the popup: each checked on the server, and
 * each screen in both themes and languages.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ACTION_NAMES } from '../../../src/model/actions/action.catalog';
import type { DeedName } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { agreeToAll } from '../steps/agree-to-all';
import { demandOfBackground } from '../steps/ask-background';
import { checkLooks } from '../steps/check-looks';
import { findNote } from '../steps/find-note';
import { launchWithProviders } from '../steps/launch-with-providers';
import type { Stage } from '../steps/launch-with-replica';
import { waitForRest } from '../steps/wait-for-rest';

const FOLDER = 'chromium/acting-panel';
const PACE = {
  ...{ minGapMs: 1_000, jitterMs: 0, quietHours: null, rehearse: false, sendsQueues: false },
  dailyCaps: Object.fromEntries(ACTION_NAMES.map((name) => [name, 500])),
};

let stage: Stage;
let tea: WorldNote;
let site: Page;
let panel: Page;

const demand = <Value>(name: string, input: object) =>
  demandOfBackground<Value>(stage.chromium.extension.evaluate, name, input);
const settings = (patch: object) => demand('settings.change', { patch });
const userIdOf = (place: number): string => stage.replica.world.authors[place]?.userId ?? '';

beforeAll(async () => {
  stage = await launchWithProviders({ chromium: { realVisibility: true } });
  await agreeToAll(stage.chromium.extension);
  await settings({ acting: PACE, loading: { minPauseMs: 50, maxPauseMs: 120, maxSteps: 400 } });
  tea = findNote(stage.replica, 'tea');
  site = await stage.chromium.newPage();
  await openNote();
  panel = await stage.chromium.extension.openSidePanel();
  panel.setDefaultTimeout(15_000);
  await panel.getByRole('heading', { level: 1, name: tea.title }).waitFor();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takeScreenshot(panel, `${FOLDER}/failed`);
});

afterAll(() => stage?.close());

async function openNote(): Promise<void> {
  // Pages that are behind others hardly draw.
  await site.bringToFront();
  await site.goto(stage.replica.noteUrl('tea'));
  await site.locator('.comment-item').first().waitFor();
}

/** Photographs a page in the four looks, and holds that nothing is wrong with any. */
async function look(page: Page, name: string): Promise<void> {
  const problems: string[] = [];
  for (const theme of ['dark', 'light'])
    for (const language of ['zh-CN', 'en']) {
      await settings({ theme, language });
      await page.locator(`html[lang="${language}"][data-theme="${theme}"]`).waitFor();
      await waitForRest(page);
      await takeScreenshot(page, `${FOLDER}/${name}-${theme}-${language}`);
      problems.push(...(await checkLooks(page)));
    }
  expect(problems).toEqual([]);
}

/** Waits until the site has heard of it, and answers which comment it was about. */
async function awaitDeed(name: DeedName, userId = userIdOf(0)): Promise<string> {
  const deed = await waitFor(
    () => stage.replica.deeds.find((one) => one.name === name && one.userId === userId && one.code === 0),
    { what: `${name} to be done`, timeoutMs: 60_000 },
  );
  expect(deed.noteId).toBe(tea.noteId);
  return deed.commentId;
}

const show = (screen: string) => panel.getByRole('radio', { name: screen }).check({ force: true });
const deedButton = (page: Page, topic: string, pressed: boolean) =>
  page.locator(`[data-deed-button=${topic}][aria-pressed=${pressed}]`);
const commentOf = (id: string) => panel.locator(`.comment[data-comment-id="${id}"]`);

describe('one press', () => {
  test('likes and saves the open note, from the panel and from the popup, and takes it back', async () => {
    await show('Details');
    await deedButton(panel, 'like', false).waitFor();
    await look(panel, 'note');
    stage.replica.clearRecords();
    await deedButton(panel, 'like', false).focus();
    await panel.keyboard.press('Enter');
    await awaitDeed('like');
    await deedButton(panel, 'like', true).waitFor();
    await settings({ acting: { ...PACE, minGapMs: 15_000 } });
    await deedButton(panel, 'favorite', false).click();
    await panel.locator('[data-deed-state=queued]').getByText('waits, until').waitFor();
    await takeScreenshot(panel, `${FOLDER}/note-waits`);
    await awaitDeed('collect');
    await deedButton(panel, 'favorite', true).waitFor();
    await settings({ acting: PACE });
    await site.bringToFront();
    const popup = await stage.chromium.extension.openPopup();
    await deedButton(popup, 'like', true).waitFor();
    await waitForRest(popup);
    await takeScreenshot(popup, `${FOLDER}/popup`);
    expect(await checkLooks(popup)).toEqual([]);
    await deedButton(popup, 'favorite', true).click();
    await awaitDeed('uncollect');
    expect(stage.replica.deeds.map(({ name }) => name)).toEqual(['like', 'collect', 'uncollect']);
  });

  test('sends nothing where everything is only rehearsed, and says so', async () => {
    await settings({ acting: { ...PACE, rehearse: true } });
    stage.replica.clearRecords();
    await site.bringToFront();
    await deedButton(panel, 'like', true).click();
    await panel.locator('[data-deed=like][data-deed-state=rehearsed]').waitFor();
    await deedButton(panel, 'like', true).waitFor();
    expect(stage.replica.deeds).toEqual([]);
    await settings({ acting: PACE });
  });

  test('likes a comment, and deletes one’s own after two questions', async () => {
    stage.replica.clearRecords();
    await show('Comments');
    const first = panel.locator('.comment[data-comment-id]').first();
    const id = (await first.getAttribute('data-comment-id')) ?? '';
    // More may come in above it.
    await commentOf(id).getByRole('button', { name: 'More actions' }).click();
    await panel.getByRole('menuitem', { name: 'Like this comment' }).click();
    expect(await awaitDeed('like-comment')).toBe(id);
    await commentOf(id).getByText('You like this comment').waitFor();
    await demand('comment.post', { noteId: tea.noteId, content: '先放在这里，等下删掉' });
    await awaitDeed('post');
    const madeId = stage.replica.deeds.find(({ name }) => name === 'post')?.madeId ?? '';
    await openNote();
    await commentOf(madeId).waitFor();
    await commentOf(madeId).getByRole('button', { name: 'More actions' }).click();
    await panel.getByRole('menuitem', { name: 'Delete this comment…' }).click();
    const dialog = panel.getByRole('dialog');
    await dialog.getByText('先放在这里，等下删掉').waitFor();
    await look(panel, 'delete-asked');
    await dialog.getByRole('button', { name: 'Delete…' }).click();
    await dialog.getByRole('button', { name: 'Delete for good' }).waitFor();
    await look(panel, 'delete-asked-again');
    expect(stage.replica.deeds.filter(({ name }) => name === 'delete')).toEqual([]);
    await dialog.getByRole('button', { name: 'Delete for good' }).click();
    expect(await awaitDeed('delete')).toBe(madeId);
    await commentOf(madeId).getByText('was deleted from the site').waitFor();
    await look(panel, 'comments');
    expect(stage.replica.decoyHits).toEqual([]);
  });
});

describe('with several accounts', () => {
  /** Two saved logins: the browser's own, and another. */
  async function saveTwo(): Promise<void> {
    const { chromium, replica } = stage;
    const options = await chromium.extension.openPage('options.html#accounts');
    await options.bringToFront();
    await options.getByRole('button', { name: 'I have read this, switch it on' }).click();
    await options.getByText(userIdOf(0)).waitFor();
    await demand('account.save', { name: 'Tea brand' });
    await demand('account.add', { name: 'Cup brand' });
    const isLogin = (page: Page) => page.url().startsWith('https://www.xiaohongshu.com/') && page !== site;
    const login = await waitFor(() => chromium.context.pages().find(isLogin), {
      what: 'the window to log in in',
    });
    const cookies = await chromium.context.cookies('https://www.xiaohongshu.com/');
    const device = cookies.find(({ name }) => name === 'a1')?.value ?? '';
    await chromium.context.addCookies([...replica.logIn('second-member', device)]);
    await login.goto('https://www.xiaohongshu.com/explore');
    await options.bringToFront();
    await options.getByRole('button', { name: 'Save, and put the first login back' }).click();
    await options.getByRole('listitem').filter({ hasText: 'Cup brand' }).waitFor();
    await look(options, 'accounts');
    await options.close();
  }

  test('a comment is answered by the one that is chosen in its box, and by nobody else', async () => {
    await panel.getByRole('button', { name: 'Reply', exact: true }).first().waitFor();
    await saveTwo();
    await openNote();
    stage.replica.clearRecords();
    await panel.getByRole('button', { name: 'Reply', exact: true }).first().click();
    const box = panel.getByRole('group', { name: 'Reply box' });
    const choice = box.getByRole('combobox', { name: 'Reply as' });
    await choice.waitFor();
    expect(await choice.locator('option').allTextContents()).toEqual([
      'Tea brand (the browser’s own login)',
      'Cup brand',
    ]);
    await choice.selectOption('Cup brand');
    await box.getByRole('textbox', { name: 'Text of the reply' }).fill('在主页的第一篇');
    await look(panel, 'reply-as');
    await box.getByRole('textbox', { name: 'Text of the reply' }).press('Control+Enter');
    await awaitDeed('post', userIdOf(1));
    await panel.locator('[data-reply-state=sent]').getByText('As “Cup brand”').waitFor();
    await takeScreenshot(panel, `${FOLDER}/reply-sent`);
    expect(stage.replica.deeds.map(({ name, userId, content }) => [name, userId, content])).toEqual([
      ['post', userIdOf(1), '在主页的第一篇'],
    ]);
  });

  test('the library’s screen to act on looks right with them', async () => {
    const library = await stage.chromium.extension.openPage('library.html#act');
    await library.bringToFront();
    await library.getByRole('button', { name: 'Cup brand' }).waitFor();
    await look(library, 'library');
    await library.close();
  });
});
