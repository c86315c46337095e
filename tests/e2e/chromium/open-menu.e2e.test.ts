/** A menu that is open in the panel's list while the page brings more comments, above it and below. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { WorldNote } from '../../replica/world/types';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { answerWelcome } from '../steps/answer-welcome';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';

const REPLIES = 33;
let stage: Stage;
let note: WorldNote;
let site: Page;
let panel: Page;

beforeAll(async () => {
  stage = await launchWithReplica({
    replica: {
      notes: [
        {
          key: 'talk',
          title: '阳台种菜',
          topLevelComments: 24,
          repliesOf: (index) => (index === 1 ? REPLIES : 0),
        },
      ],
    },
    chromium: { realVisibility: true },
  });
  const { replica, chromium } = stage;
  note = findNote(replica, 'talk');
  await answerWelcome(chromium.extension);
  site = await chromium.newPage();
  await site.bringToFront();
  await site.goto(replica.noteUrl('talk'));
  await site.locator('.parent-comment').first().waitFor();
  panel = await chromium.extension.openSidePanel();
  panel.setDefaultTimeout(10_000);
  await panel.getByRole('heading', { level: 1, name: note.title }).waitFor();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takeScreenshot(panel, 'chromium/open-menu/failed');
});

afterAll(() => stage.close());

const rowOf = (commentId: string) => panel.locator(`.comment-slot:has([data-comment-id="${commentId}"])`);
const placeOf = async (row: Locator) => Number(await row.getAttribute('aria-posinset'));
const countRows = async () =>
  Number(await panel.locator('.comment-slot').first().getAttribute('aria-setsize'));

/** Reads on as the page offers it, until nothing more of the thread is offered. */
async function expandThread(): Promise<void> {
  const more = site.locator('.parent-comment .show-more');
  const replies = site.locator('.parent-comment .comment-item-sub');
  for (let shown = await replies.count(); shown < REPLIES; shown = await replies.count()) {
    await more.filter({ hasText: '展开' }).first().click();
    await waitFor(async () => (await replies.count()) > shown, { what: 'more replies on the page' });
  }
}

/** Heights of rows are no whole pixels and places in the list are: twice rounded, nobody sees a step. */
const NO_STEP = 2;

describe('a menu that is open while comments come in', () => {
  let row: Locator;
  let commentId: string;
  let topBefore: number;
  const menu = () => row.getByRole('menu');
  const readTop = async () => (await menu().boundingBox())?.y ?? Number.NaN;

  test('opens on a comment below the thread that grows', async () => {
    const comment = note.comments[4];
    if (!comment) throw new Error('The note has no fifth comment.');
    commentId = comment.id;
    row = rowOf(commentId);
    await row.getByRole('button', { name: 'More' }).click();
    const readFocused = () => panel.evaluate(() => document.activeElement?.textContent);
    await waitFor(async () => (await readFocused()) === 'Copy text', { what: 'the menu to take the keys' });
    await panel.keyboard.press('ArrowDown');
    expect(await readFocused()).toBe('Copy comment id');
    topBefore = await readTop();
  });

  test('stays open, on its comment and in its place, when rows come in above it', async () => {
    const before = await placeOf(row);
    await expandThread();
    await waitFor(async () => (await placeOf(row)) - before >= REPLIES - 3, {
      what: 'the replies to stand above the comment',
    });
    expect(await panel.getByRole('menu').count()).toBe(1);
    expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Copy comment id');
    expect(Math.abs((await readTop()) - topBefore)).toBeLessThan(NO_STEP);
  });

  test('and when rows come in below it', async () => {
    const before = await countRows();
    await site.locator('.parent-comment').last().scrollIntoViewIfNeeded();
    await waitFor(async () => (await countRows()) > before, { what: 'more rows in the panel' });
    expect(await panel.evaluate(() => document.activeElement?.textContent)).toBe('Copy comment id');
    expect(Math.abs((await readTop()) - topBefore)).toBeLessThan(NO_STEP);
    await takeScreenshot(panel, 'chromium/open-menu/grown');
  });

  test('does what it offers to the comment it was opened on', async () => {
    const author = note.comments[4]?.author.nickname ?? '';
    await menu().getByRole('menuitem', { name: 'Forget this person' }).click();
    await panel.getByRole('dialog').getByText(author).waitFor();
    await panel.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
    await panel.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  test('arrow keys go on from where the comment is now', async () => {
    await row.focus();
    const place = await placeOf(row);
    await panel.keyboard.press('ArrowDown');
    await waitFor(
      () =>
        panel.evaluate((at) => document.activeElement?.getAttribute('aria-posinset') === at, `${place + 1}`),
      { what: 'the next comment to have the focus' },
    );
  });
});
