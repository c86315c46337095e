/** What the site refuses is said in the popup and the side panel, in its own words and with the way on. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { takeScreenshot } from '../../support/screenshots';
import { answerWelcome } from '../steps/answer-welcome';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { openCard } from '../steps/open-card';
import { readToken } from '../steps/read-token';

const SITE = 'https://www.xiaohongshu.com';

let stage: Stage;
let site: Page;
let panel: Page;

beforeAll(async () => {
  stage = await launchWithReplica();
  await answerWelcome(stage.chromium.extension);
  site = await stage.chromium.newPage();
  await site.goto(`${SITE}/explore`);
  await site.bringToFront();
  panel = await stage.chromium.extension.openSidePanel();
  panel.setDefaultTimeout(15_000);
});

afterEach(() => {
  Object.assign(stage.replica.faults, {
    captchaOnComments: 0,
    captcha471OnComments: 0,
    commentsCode: undefined,
    captchaRedirect: false,
  });
});

afterAll(() => stage.close());

/** Everything stored of a note, without what says when and where it was seen. */
async function readStored(noteId: string): Promise<Record<string, unknown> | undefined> {
  const stores = await stage.chromium.extension.readDatabase('hongshu-companion');
  const notes = (stores?.['notes'] ?? []) as Record<string, unknown>[];
  return notes.find((note) => note['noteId'] === noteId);
}

describe('a note that the site does not show', () => {
  test.each([
    ['removed', 'The note does not exist; it may have been deleted.', 'removed'],
    ['under-review', 'The note cannot be shown now; it may be under review.', 'under-review'],
    ['forbidden', 'The note cannot be viewed now.', 'forbidden'],
  ])('because it is %s: said, and nothing invented', async (key, words, standing) => {
    const note = findNote(stage.replica, key);
    await site.goto(stage.replica.noteUrl(key));
    await panel.getByText(words).waitFor();
    const popup = await stage.chromium.extension.openPopup();
    await popup.getByText(words).waitFor();
    await takeScreenshot(popup, `chromium/journey-refusals/popup-${key}`);
    await takeScreenshot(panel, `chromium/journey-refusals/panel-${key}`);
    for (const surface of [popup, panel]) {
      const text = await surface.locator('body').innerText();
      expect(text).not.toContain(note.title);
      expect(text).not.toContain(note.author.nickname);
      expect(text).not.toContain('The page is not built as expected');
    }
    const {
      title,
      author,
      type,
      text,
      images,
      counts,
      standing: kept,
    } = (await readStored(note.noteId)) ?? {};
    expect({ title, author, type, text, images, counts, kept }).toEqual({
      title: undefined,
      author: undefined,
      type: undefined,
      text: undefined,
      images: undefined,
      counts: {},
      kept: standing,
    });
    await site.bringToFront();
  });
});

describe('a token that no longer opens its note', () => {
  test.each(['expired', 'foreign', 'missing'] as const)(
    '%s: said, with the way to a fresh one',
    async (how) => {
      const { replica } = stage;
      const tea = findNote(replica, 'tea');
      await site.goto(replica.noteUrl('tea'));
      await expect.poll(async () => (await readToken(panel)).noteId, { timeout: 15_000 }).toBe(tea.noteId);
      const good = await readToken(panel);
      const bad = {
        expired: replica.expiredToken(tea.noteId),
        foreign: replica.issueToken(findNote(replica, 'video').noteId),
        missing: undefined,
      }[how];
      const query = bad === undefined ? '' : `?xsec_token=${encodeURIComponent(bad)}&xsec_source=pc_feed`;
      await site.goto(`${SITE}/explore/${tea.noteId}${query}`);
      await panel.getByText('Site code 300031').waitFor();
      await takeScreenshot(panel, `chromium/journey-refusals/panel-token-${how}`);
      const stored = (await readStored(tea.noteId))?.['tokens'] as {
        xsecToken: string;
        refusedAt?: number;
      }[];
      expect(stored.find((one) => one.xsecToken === bad)?.refusedAt).toEqual(
        bad === undefined ? undefined : expect.any(Number),
      );
      // What was known of the note stays, and so does the token that works.
      expect(await readToken(panel)).toEqual(good);
      await panel.getByRole('heading', { name: tea.title, level: 1 }).waitFor();
    },
  );

  test('a fresh one is found by the ways the panel offers, and opens the note', async () => {
    const { replica, chromium } = stage;
    const tea = findNote(replica, 'tea');
    await panel.getByRole('button', { name: 'Get a fresh token' }).click();
    const opened = chromium.context.waitForEvent('page');
    await panel.getByRole('link', { name: 'Search for the title' }).click();
    const found = await opened;
    await found.bringToFront();
    expect(await openCard(found, 0)).toBe(tea.noteId);
    await found.locator('.note-detail-mask .parent-comment').first().waitFor();
    const token = new URL(found.url()).searchParams.get('xsec_token');
    expect(replica.tokensOf(tea.noteId)).toContainEqual({ token, source: 'pc_search' });
    await expect
      .poll(() => readToken(panel), { timeout: 15_000 })
      .toEqual({ noteId: tea.noteId, token, source: 'pc_search' });
    const author = chromium.context.waitForEvent('page');
    await panel.getByRole('button', { name: 'Get a fresh token' }).click();
    await panel.getByRole('link', { name: 'Open the author’s page' }).last().click();
    const profile = await author;
    await profile.waitForURL(new RegExp(`/user/profile/${tea.author.userId}`));
    await profile.locator('.laid-out section.note-item').first().waitFor();
    await profile.close();
    await found.close();
    await site.bringToFront();
  });
});

describe('the site asks to stop', () => {
  test('a note leads to the verification page: said, and gone on from there', async () => {
    const { replica, chromium } = stage;
    replica.faults.captchaRedirect = true;
    await site.goto(replica.noteUrl('video'));
    await panel.getByText('Complete the verification in the page.').waitFor();
    const popup = await chromium.extension.openPopup();
    await popup.getByText('Complete the verification in the page.').waitFor();
    await takeScreenshot(popup, 'chromium/journey-refusals/popup-captcha');
    await takeScreenshot(panel, 'chromium/journey-refusals/panel-captcha');
    replica.faults.captchaRedirect = false;
    await site.bringToFront();
    await site.goto(replica.noteUrl('video'));
    await panel.getByRole('button', { name: 'Done, go on' }).click();
    await panel.getByText('Complete the verification in the page.').waitFor({ state: 'detached' });
    await panel.getByRole('heading', { name: findNote(replica, 'video').title, level: 1 }).waitFor();
  });

  test.each([
    [461, 'captchaOnComments'],
    [471, 'captcha471OnComments'],
  ] as const)('HTTP %i while comments are loaded: loading stops', async (status, fault) => {
    const { replica } = stage;
    const tea = findNote(replica, 'tea');
    await site.goto(replica.noteUrl('tea'));
    await site.locator('.parent-comment').first().waitFor();
    await panel.getByRole('heading', { name: tea.title, level: 1 }).waitFor();
    await panel.getByRole('radio', { name: 'Comments' }).click();
    replica.clearRecords();
    replica.faults[fault] = 1;
    await panel.getByRole('button', { name: 'Load comments for me' }).click();
    await panel.getByRole('button', { name: 'Done, go on' }).waitFor();
    await panel.getByText('The site gave a warning, so this stopped.').waitFor();
    await takeScreenshot(panel, `chromium/journey-refusals/panel-${status}`);
    const asked = replica.requests.filter(({ kind, path }) => kind === 'api' && path.includes('/comment/'));
    expect(asked.at(-1)?.status).toBe(status);
    // Going on without having dealt with it comes to the same.
    await panel.getByRole('button', { name: 'Resume' }).click();
    await panel.getByText('The site gave a warning, so this stopped.').waitFor();
    await site.goto(replica.noteUrl('tea'));
    await panel.getByRole('button', { name: 'Done, go on' }).click();
    await panel.getByRole('button', { name: 'Done, go on' }).waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: 'Resume' }).click();
    await panel.getByRole('button', { name: 'Pause' }).waitFor();
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await panel.getByRole('button', { name: 'Load comments for me' }).waitFor();
    expect(replica.requests.filter(({ status: given }) => given === status)).toHaveLength(1);
  });

  test('a login that has expired is named, and what was read stays', async () => {
    const { replica } = stage;
    replica.faults.commentsCode = -100;
    await site.goto(replica.noteUrl('livephoto'));
    await panel.getByText('Your login has expired.').waitFor();
    await panel.getByRole('heading', { name: findNote(replica, 'livephoto').title, level: 1 }).waitFor();
    await takeScreenshot(panel, 'chromium/journey-refusals/panel-login');
  });
});
