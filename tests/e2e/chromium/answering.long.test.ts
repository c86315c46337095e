/**
 * Unanswered comments, cleared from the side panel with the keyboard alone: each reply checked on the server, under the right
 * comment, once. Then a queue in which the user presses send, and ten thousand comments.
 */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { ACTION_NAMES } from '../../../src/model/actions/action.catalog';
import type { WorldComment, WorldNote } from '../../replica/world/types';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { agreeToAll } from '../steps/agree-to-all';
import { demandOfBackground } from '../steps/ask-background';
import { checkLooks } from '../steps/check-looks';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { measureFrames } from '../steps/measure-frames';
import { storeComments } from '../steps/store-comments';
import { waitForRest } from '../steps/wait-for-rest';

/** Every fifth comment asks nothing; no two say the same. */
function toContent(index: number): string {
  const forms = [
    `第${index}款多少钱？`,
    `请问第${index}款在哪里买`,
    `敏感肌用第${index}款可以吗[哭惹R]`,
    `How do I wash number ${index}?`,
    `第${index}条：已经买了，很喜欢`,
  ];
  return forms[index % forms.length] ?? '';
}
const COUNT = 30;
const toNumber = (text: string) => /第(\d+)|number (\d+)/.exec(text)?.slice(1).find(Boolean) ?? '';

const LOOKS = (['en', 'zh-CN'] as const).flatMap((language) =>
  (['light', 'dark'] as const).map((theme) => ({ language, theme })),
);

let stage: Stage;
let note: WorldNote;
/** What others ask, and what others say besides. */
let asked: readonly WorldComment[];
let others: readonly WorldComment[];
let viewerId: string;
let site: Page;
let panel: Page;

const box = () => panel.getByRole('textbox', { name: 'Text of the reply' });
const radio = (name: RegExp | string) => panel.getByRole('radio', { name });
const settings = (patch: object) =>
  demandOfBackground(stage.chromium.extension.evaluate, 'settings.change', { patch });

beforeAll(async () => {
  stage = await launchWithReplica({
    replica: {
      notes: [
        {
          ...{ key: 'asked', title: '新款上架，问什么都行', author: 0, topLevelComments: COUNT },
          ...{ repliesOf: () => 0, contentOf: toContent },
        },
        { key: 'crowd', title: '很多人说话', topLevelComments: 0 },
      ],
    },
    chromium: { realVisibility: true },
  });
  const { replica, chromium } = stage;
  await agreeToAll(chromium.extension);
  await settings({
    acting: {
      ...{ minGapMs: 1_000, jitterMs: 0, quietHours: null, rehearse: false, sendsQueues: false },
      dailyCaps: Object.fromEntries(ACTION_NAMES.map((name) => [name, 500])),
    },
    loading: { minPauseMs: 50, maxPauseMs: 120, maxSteps: 400 },
  });
  note = findNote(replica, 'asked');
  viewerId = replica.world.authors[0]?.userId ?? '';
  const theirs = note.comments.filter(({ author }) => author.userId !== viewerId);
  asked = theirs.filter(({ content }) => !content.includes('已经买了'));
  others = theirs.filter((comment) => !asked.includes(comment));
  site = await chromium.newPage();
  // Pages that are behind others hardly draw.
  await site.bringToFront();
  await site.goto(replica.noteUrl('asked'));
  await site.locator('.parent-comment').first().waitFor();
  panel = await chromium.extension.openSidePanel();
  panel.setDefaultTimeout(15_000);
  await panel.getByRole('heading', { level: 1, name: note.title }).waitFor();
  await panel.getByRole('button', { name: 'Load comments for me' }).click();
  await panel.getByText(`${COUNT} of ${COUNT}`).first().waitFor();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await takeScreenshot(panel, 'chromium/answering/failed');
});

afterAll(() => stage?.close());

async function look(name: string): Promise<void> {
  const problems: string[] = [];
  for (const { language, theme } of LOOKS) {
    await settings({ language, theme });
    await panel.waitForFunction((wanted) => document.documentElement.lang === wanted, language);
    await waitForRest(panel);
    await takeScreenshot(panel, `chromium/answering/${language}-${theme}/${name}`);
    problems.push(...(await checkLooks(panel)));
  }
  await settings({ language: 'en', theme: 'light' });
  await panel.waitForFunction(() => document.documentElement.lang === 'en');
  expect(problems).toEqual([]);
}

/** Presses a key until something that is looked for has the focus. */
async function pressUntilFocused(key: string, selector: string): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    const isThere = await panel.evaluate(
      (wanted) => document.activeElement?.matches(wanted) ?? false,
      selector,
    );
    if (isThere) return;
    await panel.keyboard.press(key);
  }
  throw new Error(`${key} never came to ${selector}`);
}

/** Of the box that has the focus. */
const quote = () => panel.locator('.reply-box:focus-within .reply-quote').textContent();
const commentOf = (number: string) => note.comments.find(({ content }) => toNumber(content) === number);

describe('twenty questions', () => {
  test('are answered with the keyboard alone, each its own comment, once', async () => {
    expect(asked.length).toBeGreaterThanOrEqual(20);
    await pressUntilFocused('Tab', '[role=radio][aria-checked=true][data-value=comments]');
    await panel.keyboard.press('ArrowRight');
    await panel.locator('.queue-item-current[data-comment-id]').waitFor();
    await panel.getByText(`${asked.length} questions, first in the list`).waitFor();
    await pressUntilFocused('Tab', '.queue-item-current');
    await panel.keyboard.press('r');
    await look('box');
    await box().waitFor();
    const answered: string[] = [];
    for (let count = 0; count < asked.length; count += 1) {
      // The box of the next comment is there, empty, and has the focus.
      await panel.waitForFunction(() => {
        const field = document.activeElement;
        const isEmpty = field instanceof HTMLTextAreaElement && field.value === '' && !field.readOnly;
        // Not the box that is about to go, whose words were just sent.
        return isEmpty && field.closest('.reply-box')?.querySelector('.reply-quote') != null;
      });
      const said = await quote();
      const number = toNumber(said ?? '');
      expect(answered).not.toContain(number);
      answered.push(number);
      await panel.keyboard.type(`关于${number}：都在主页`);
      await panel.keyboard.press('Control+Enter');
      await panel.waitForFunction(
        (before) => document.querySelector('.reply-quote')?.textContent !== before,
        said,
      );
    }
    expect([...answered].sort()).toEqual(asked.map(({ content }) => toNumber(content)).sort());
    await waitFor(() => stage.replica.deeds.length >= asked.length, {
      what: 'all replies to be sent',
      timeoutMs: 150_000,
    });
    const said = stage.replica.deeds.map(({ name, userId, noteId, commentId, content, code }) => ({
      ...{ name, userId, noteId, commentId, content, code },
    }));
    const byComment = (a: { commentId: string | undefined }, b: { commentId: string | undefined }) =>
      (a.commentId ?? '') < (b.commentId ?? '') ? -1 : 1;
    expect(said.sort(byComment)).toEqual(
      answered
        .map((number) => ({
          ...{ name: 'post', userId: viewerId, noteId: note.noteId, code: 0 },
          commentId: commentOf(number)?.id,
          content: `关于${number}：都在主页`,
        }))
        .sort(byComment),
    );
    expect(stage.replica.decoyHits).toEqual([]);
  });

  test('stand as sent, each with a way to it, and those that ask nothing still wait', async () => {
    await radio(`Waiting ${others.length}`).waitFor();
    await panel.keyboard.press('Escape');
    await look('waiting');
    await radio('My notes').check({ force: true });
    await panel.getByText(`Note: ${note.title}`).first().waitFor();
    await radio(`Waiting ${others.length}`).waitFor();
    await radio('This note').check({ force: true });
    await radio(`Written ${asked.length}`).check({ force: true });
    await panel.locator('[data-reply-state=sent]').first().waitFor();
    const madeIds = new Set(stage.replica.deeds.map(({ madeId }) => madeId));
    const hashes = await panel
      .locator('[data-reply-state=sent] a')
      .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).hash));
    expect(hashes.length).toBeGreaterThan(0);
    for (const hash of hashes) expect(madeIds).toContain(hash.replace('#comment-', ''));
    await look('written');
  });

  test('what is skipped, put off or done leaves the list by one key each, and comes back', async () => {
    await radio(/^Waiting/).check({ force: true });
    await pressUntilFocused('Tab', '.queue-item-current');
    await panel.keyboard.press('s');
    await radio(`Waiting ${others.length - 1}`).waitFor();
    await panel.keyboard.press('z');
    await radio(`Waiting ${others.length - 2}`).waitFor();
    await panel.keyboard.press('d');
    await radio(/^Set aside 3$/).check({ force: true });
    await panel.getByText('Skipped').waitFor();
    await look('aside');
    await panel.getByRole('button', { name: 'Put back' }).first().click();
    await radio(/^Set aside 2$/).waitFor();
  });
});

describe('a queue', () => {
  test('is put into the page’s box one after the other, and sent by the user’s own press', async () => {
    stage.replica.clearRecords();
    const before = stage.replica.deeds.length;
    await radio(/^Waiting/).check({ force: true });
    await pressUntilFocused('Tab', '.queue-item-current');
    await panel.keyboard.press('r');
    const texts = ['谢谢喜欢', '谢谢喜欢', '谢谢喜欢'];
    for (const text of texts) {
      await panel.waitForFunction(() => {
        const field = document.activeElement;
        return field instanceof HTMLTextAreaElement && field.value === '' && !field.readOnly;
      });
      await panel.keyboard.type(text);
      const left = await panel.locator('.queue-item').count();
      await panel.keyboard.press('Control+Shift+Enter');
      await panel.waitForFunction((count) => document.querySelectorAll('.queue-item').length < count, left);
    }
    await panel.getByText('3 replies ready').waitFor();
    await panel.getByText('The same words, 3 times').waitFor();
    await look('prepared');
    await panel.getByRole('button', { name: 'Start the queue' }).click();
    await panel.getByRole('dialog').getByRole('button', { name: 'Start the queue' }).click();
    for (let count = 1; count <= texts.length; count += 1) {
      await panel.getByText('Stands in the page’s box: press send there').first().waitFor();
      await site.locator('.engage-bar button.submit:not(.gray)').waitFor();
      if (count === 1) await look('assist');
      expect(stage.replica.deeds.length - before).toBe(count - 1);
      await site.locator('.engage-bar button.submit').click();
      await waitFor(() => stage.replica.deeds.length - before === count, { what: `reply ${count}` });
      // The page empties its box a moment after the site has heard of the reply.
      await site.waitForFunction(() => document.querySelector('#content-textarea')?.textContent === '');
    }
    const replied = stage.replica.deeds.slice(before);
    expect(replied.map(({ content, userId, code }) => [content, userId, code])).toEqual(
      texts.map((text) => [text, viewerId, 0]),
    );
    expect(new Set(replied.map(({ commentId }) => commentId)).size).toBe(texts.length);
  });
});

describe('drafts', () => {
  test('are there again after the panel was closed', async () => {
    await radio('Comments').check({ force: true });
    await panel.getByRole('article').first().waitFor();
    await panel.getByRole('button', { name: 'Reply', exact: true }).first().click();
    const said = await quote();
    await box().fill('想一想再说');
    await waitFor(
      async () => {
        const { replyPlans = [] } = (await stage.chromium.extension.readDatabase('hongshu-companion')) as {
          replyPlans?: { draft?: string }[];
        };
        return replyPlans.some(({ draft }) => draft === '想一想再说');
      },
      { what: 'the draft to be kept' },
    );
    await panel.reload();
    await panel.getByRole('button', { name: 'Go on with the draft' }).click();
    expect([await quote(), await box().inputValue()]).toEqual([said, '想一想再说']);
    await look('draft');
  });
});

describe('ten thousand comments', () => {
  test('are worked through without a task that stops the panel', async () => {
    const crowd = findNote(stage.replica, 'crowd');
    await site.goto(stage.replica.noteUrl('crowd'));
    await panel.getByRole('heading', { level: 1, name: crowd.title }).waitFor();
    await storeComments(stage.chromium.extension, { noteId: crowd.noteId, count: 10_000, threadSize: 1 });
    await radio('To answer').check({ force: true });
    await radio(/^Waiting 10,?000$/).waitFor();
    await pressUntilFocused('Tab', '.queue-item-current');
    const times = await measureFrames(panel, async () => {
      for (let step = 0; step < 40; step += 1) await panel.keyboard.press('j');
      await panel.keyboard.press('s');
      await radio(/^Waiting 9,?999$/).waitFor();
    });
    expect(await panel.locator('.queue-item').count()).toBeLessThan(60);
    console.log(`10,000 unanswered: longest task ${Math.round(times.longestTask)} ms`);
    expect(times.longestTask).toBeLessThan(200);
  });
});
