/** From the welcome page to a note that is known in full, in the real popup and the real side panel. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WorldComment } from '../../replica/world/types';
import { takeScreenshot } from '../../support/screenshots';
import { answerWelcome } from '../steps/answer-welcome';
import { collectListedIds } from '../steps/collect-listed-ids';
import { findNote } from '../steps/find-note';
import { flattenComments } from '../steps/flatten-comments';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { openCard } from '../steps/open-card';
import { readComments } from '../steps/read-comments';
import { readToken } from '../steps/read-token';
import { readAllComments } from './replica-visitor';

const SITE = 'https://www.xiaohongshu.com';

let stage: Stage;
let site: Page;
let panel: Page;

beforeAll(async () => {
  stage = await launchWithReplica();
  await answerWelcome(stage.chromium.extension);
  site = await stage.chromium.newPage();
  await site.bringToFront();
});

afterAll(() => stage.close());

/** What the popup or the panel says under a name, such as a count. */
function definitionOf(surface: Page, name: string) {
  return surface
    .getByRole('term')
    .filter({ hasText: name })
    .locator('xpath=following-sibling::dd')
    .first()
    .innerText();
}

/** Popup and panel both show this note, and no other one's title, author or token. */
async function expectEverywhere(noteId: string, others: readonly string[]): Promise<void> {
  const note = findNote(stage.replica, noteId);
  await expect
    .poll(() => readToken(panel), { timeout: 15_000 })
    .toEqual({
      noteId,
      token: new URL(site.url()).searchParams.get('xsec_token'),
      source: new URL(site.url()).searchParams.get('xsec_source'),
    });
  const popup = await stage.chromium.extension.openPopup();
  // A note without a title is called by the beginning of its text.
  const name = note.title || (note.desc.split('\n')[0] ?? '');
  await popup.getByRole('heading', { name, level: 2 }).first().waitFor();
  for (const surface of [popup, panel]) {
    await surface.getByText(note.author.nickname, { exact: true }).first().waitFor();
    const text = await surface.locator('body').innerText();
    for (const other of others.map((id) => findNote(stage.replica, id))) {
      if (other.title) expect(text).not.toContain(other.title);
      expect(text).not.toContain(other.noteId);
    }
    expect(text).not.toContain('The page is not built as expected');
  }
  await site.bringToFront();
}

describe('a note opened by its address', () => {
  test('is in the popup at a glance', async () => {
    const { replica, chromium } = stage;
    const tea = findNote(replica, 'tea');
    await site.goto(replica.noteUrl('tea'));
    await site.locator('.parent-comment').first().waitFor();
    const popup = await chromium.extension.openPopup();
    await popup.getByRole('heading', { name: tea.title }).waitFor();
    await popup.getByText(tea.author.nickname, { exact: true }).first().waitFor();
    await popup.getByText(`Pictures · ${tea.images.length}`, { exact: true }).waitFor();
    // 12,431 likes; the site shows 1.2万, which is twelve thousand and something.
    expect(await definitionOf(popup, 'Likes')).toBe('12K+');
    expect(await definitionOf(popup, 'Saves')).toBe(tea.collectedCount.toLocaleString('en'));
    expect(await definitionOf(popup, 'Comments')).toBe(String(tea.commentCount));
    expect(await definitionOf(popup, 'Shares')).toBe(String(tea.shareCount));
    for (const { name } of tea.tags) await popup.getByRole('link', { name: `#${name}` }).waitFor();
    const served = new Set(replica.servedCommentIds(tea.noteId));
    await popup.getByText(`captured ${served.size} of ${tea.commentCount}`).waitFor();
    const latest = flattenComments(tea)
      .filter(({ id }) => served.has(id))
      .toSorted((a, b) => b.createTime - a.createTime)
      .slice(0, 3);
    expect(await popup.getByRole('listitem').locator('.strong').allInnerTexts()).toEqual(
      latest.map(({ author }) => author.nickname),
    );
    await takeScreenshot(popup, 'chromium/journey-note/popup');
  });

  test('is in the panel with its details', async () => {
    const tea = findNote(stage.replica, 'tea');
    panel = await stage.chromium.extension.openSidePanel();
    panel.setDefaultTimeout(15_000);
    await panel.getByRole('heading', { name: tea.title, level: 1 }).waitFor();
    await takeScreenshot(panel, 'chromium/journey-note/panel-comments');
    await expectEverywhere(tea.noteId, ['video']);
    expect(await panel.getByRole('list', { name: `${tea.images.length} pictures` }).count()).toBe(1);
    expect(await definitionOf(panel, 'Author id')).toContain(tea.author.userId);
    await takeScreenshot(panel, 'chromium/journey-note/panel-details');
  });

  test('has all its comments in the panel and the database as the page loads them', async () => {
    const { replica, chromium } = stage;
    const tea = findNote(replica, 'tea');
    await panel.getByRole('radio', { name: 'Comments' }).click();
    const before = replica.servedCommentIds(tea.noteId).length;
    await site.locator('.note-scroller').evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
    await expect.poll(() => replica.servedCommentIds(tea.noteId).length).toBeGreaterThan(before);
    const grown = replica.servedCommentIds(tea.noteId).length;
    await panel.getByText(`captured ${grown} of ${tea.commentCount}`).waitFor();
    await readAllComments(site);
    const served = replica.servedCommentIds(tea.noteId);
    expect(served.toSorted()).toEqual(
      flattenComments(tea)
        .map(({ id }) => id)
        .toSorted(),
    );
    await panel.getByText(`captured ${served.length} of ${tea.commentCount}`).waitFor();
    const stored = await readComments(chromium.extension, tea.noteId);
    expect(stored.map(({ commentId }) => commentId).toSorted()).toEqual(served.toSorted());
    expect((await collectListedIds(panel)).toSorted()).toEqual(served.toSorted());
    await takeScreenshot(panel, 'chromium/journey-note/panel-all');
  });

  test('has every reply found by a search', async () => {
    const tea = findNote(stage.replica, 'tea');
    const replies = tea.comments[4]?.replies ?? [];
    const sought = replies.at(-1);
    if (!sought) throw new Error('The fifth thread has no replies.');
    await panel.getByRole('searchbox').fill(sought.content);
    await panel.getByText(/\d+ of 86 match/).waitFor();
    await expect.poll(async () => await collectListedIds(panel)).toContain(sought.id);
    await panel.getByRole('button', { name: 'Clear filters' }).click();
  });
});

describe('the list of its comments', () => {
  const toDay = ({ createTime }: WorldComment) => {
    const day = new Date(createTime);
    return [day.getFullYear(), day.getMonth() + 1, day.getDate()]
      .map((part) => String(part).padStart(2, '0'))
      .join('-');
  };
  const chip = (name: string) => panel.getByRole('button', { name, exact: true });
  /** What the panel lists has this many matches, and they are among the rows. */
  async function expectMatches(isWanted: (comment: WorldComment) => boolean): Promise<void> {
    const wanted = flattenComments(findNote(stage.replica, 'tea')).filter(isWanted);
    expect(wanted.length).toBeGreaterThan(0);
    await panel.getByText(`${wanted.length} of 86 match`, { exact: true }).waitFor();
    expect(await collectListedIds(panel)).toEqual(expect.arrayContaining(wanted.map(({ id }) => id)));
    await chip('Clear filters').click();
    await chip('Clear filters').waitFor({ state: 'detached' });
  }

  test('is filtered by who wrote, what was pinned, and pictures', async () => {
    await chip('Author').click();
    await expectMatches((comment) => comment.isNoteAuthor);
    await chip('Pinned').click();
    await expectMatches((comment) => comment.pinned);
    await chip('With picture').click();
    await expectMatches((comment) => comment.pictures.length > 0);
  });

  test('is filtered by place and day, and both together', async () => {
    const placed = flattenComments(findNote(stage.replica, 'tea')).filter(({ ipLocation }) => ipLocation);
    const one = placed[0];
    if (!one?.ipLocation) throw new Error('No comment has a place.');
    await chip('Filters').click();
    const place = panel.getByRole('combobox', { name: /^Place/ });
    await place.selectOption(one.ipLocation);
    await expectMatches((comment) => comment.ipLocation === one.ipLocation);
    await panel.getByLabel('From').fill(toDay(one));
    await panel.getByLabel('To', { exact: true }).fill(toDay(one));
    await expectMatches((comment) => toDay(comment) === toDay(one));
    await place.selectOption(one.ipLocation);
    await panel.getByLabel('From').fill(toDay(one));
    await expectMatches((comment) => comment.ipLocation === one.ipLocation && toDay(comment) >= toDay(one));
    await chip('Filters').click();
  });

  test.each([
    ['likes', (a: WorldComment, b: WorldComment) => b.likeCount - a.likeCount],
    ['newest', (a: WorldComment, b: WorldComment) => b.createTime - a.createTime],
    ['oldest', (a: WorldComment, b: WorldComment) => a.createTime - b.createTime],
    ['replies', (a: WorldComment, b: WorldComment) => b.replies.length - a.replies.length],
  ] as const)('is sorted by %s, the replies with their comment', async (sort, compare) => {
    const { comments } = findNote(stage.replica, 'tea');
    await panel.getByLabel('Sort').selectOption(sort);
    // Equal ones stay in the site's order.
    const wanted = comments.toSorted(compare).map(({ id }) => id);
    const top = new Set<string>(wanted);
    await expect
      .poll(async () => (await collectListedIds(panel)).filter((id) => top.has(id)))
      .toEqual(wanted);
    await panel.getByLabel('Sort').selectOption('site');
  });

  test('is counted on the toolbar button', async () => {
    const tab = `(await chrome.tabs.query({ url: '*://www.xiaohongshu.com/*' }))[0].id`;
    const badge = `(async () => chrome.action.getBadgeText({ tabId: ${tab} }))()`;
    await expect.poll(() => stage.chromium.extension.evaluate(badge)).toBe('86');
  });
});

describe('a note over the feed', () => {
  test.each([
    ['in an overlay', '/explore'],
    ['as a page of its own, the feed kept alive', '/explore?mode=route'],
  ])('%s, then another, then back: each time the right one', async (_how, path) => {
    await site.goto(`${SITE}${path}`);
    const first = await openCard(site, 2);
    await site.locator('.parent-comment, .no-comments').first().waitFor();
    await expectEverywhere(first, []);
    await site.goBack();
    await panel.getByText('No note is open here').waitFor();
    const second = await openCard(site, 4);
    await site.locator('.parent-comment, .no-comments').first().waitFor();
    await expectEverywhere(second, [first]);
    await site.goBack();
    await site.goForward();
    await expectEverywhere(second, [first]);
    await site.goBack();
    expect(await openCard(site, 2)).toBe(first);
    await expectEverywhere(first, [second]);
  });

  test('switched by its arrow and back by history', async () => {
    await site.goto(`${SITE}/explore`);
    const first = await openCard(site, 1);
    await expectEverywhere(first, []);
    await site.locator('.note-switch.next').click();
    await site.waitForURL((url) => !url.pathname.endsWith(first));
    const second = new URL(site.url()).pathname.slice(-24);
    await expectEverywhere(second, [first]);
  });
});

describe('a guest', () => {
  test.each(['www.xiaohongshu.com', 'www.rednote.com'] as const)(
    'on %s sees blurred counts named as such, and the wall',
    async (host) => {
      const { replica, chromium } = stage;
      const popular = findNote(replica, 'popular');
      await chromium.signIn('guest');
      replica.clearRecords();
      await site.goto(replica.noteUrl('popular', { host }));
      await site.locator('.parent-comment').first().waitFor();
      await panel.getByRole('heading', { name: popular.title, level: 1 }).waitFor();
      await panel.getByRole('radio', { name: 'Details' }).click();
      // The site says 1千+ and 10+ to guests, whatever the number.
      await expect.poll(() => definitionOf(panel, 'Likes')).toMatch(/^(1K|10)\+$/);
      await site
        .locator('.note-scroller')
        .evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight));
      await site.locator('.comments-login').waitFor({ state: 'attached' });
      await panel.getByText('The site gives more only after login.').waitFor();
      await takeScreenshot(panel, `chromium/journey-note/guest-${host}`);
      const stored = await readComments(chromium.extension, popular.noteId);
      const served = replica.servedCommentIds(popular.noteId);
      expect(served.length).toBeGreaterThan(0);
      expect(stored.map(({ commentId }) => commentId)).toEqual(expect.arrayContaining([...served]));
    },
  );
});
