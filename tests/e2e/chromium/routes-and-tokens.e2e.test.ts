/**
 * On every way in which a note comes into view the side panel shows the id, the token and the source that the site
 * issued for it: every form of the address and every overlay, on both hosts (routes and links: site bundle xhs-pc-web
 * 6.12.1, 2026-05; rendered pages, 2025-11 and 2026-05).
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerWelcome } from '../steps/answer-welcome';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { openCard } from '../steps/open-card';
import { readToken } from '../steps/read-token';

const hosts = ['www.xiaohongshu.com', 'www.rednote.com'] as const;

let stage: Stage;
let site: Page;
let panel: Page;

beforeAll(async () => {
  stage = await launchWithReplica();
  await answerWelcome(stage.chromium.extension);
  site = await stage.chromium.newPage();
  await site.goto('https://www.xiaohongshu.com/explore');
  await site.bringToFront();
  panel = await stage.chromium.extension.openSidePanel();
});

afterAll(() => stage.close());

/** The panel shows what the address of the open note says, and the site has issued just that. */
async function expectIssued(noteId: string, source: string): Promise<void> {
  const asked = new URL(site.url()).searchParams;
  const token = asked.get('xsec_token') ?? '';
  expect(stage.replica.tokensOf(noteId)).toContainEqual({ token, source });
  expect(asked.get('xsec_source')).toBe(source);
  await expect.poll(() => readToken(panel), { timeout: 20_000 }).toEqual({ noteId, token, source });
  await panel.getByRole('heading', { name: findNote(stage.replica, noteId).title, level: 1 }).waitFor();
}

/** The link of a notice has no token: the panel shows the one that the page itself was given. */
async function expectFromNotice(noteId: string): Promise<void> {
  await expect
    .poll(
      async () => {
        const { token, ...shown } = await readToken(panel);
        const issued = stage.replica.tokensOf(noteId).filter(({ source }) => source === 'pc_notice');
        return { ...shown, isIssued: issued.at(-1)?.token === token };
      },
      { timeout: 20_000 },
    )
    .toEqual({ noteId, source: 'pc_notice', isIssued: true });
}

describe.each(hosts)('an address on %s', (host) => {
  test.each([
    ['explore', 'pc_feed', 'tea'],
    ['explore', 'pc_cfeed', 'livephoto'],
    ['discovery', 'app_share', 'tea'],
    ['profile', 'pc_user', 'video'],
    ['profile', 'pc_collect', 'tea'],
    ['profile', 'pc_like', 'livephoto'],
    ['search', 'pc_search', 'tea'],
    ['board', 'pc_user', 'video'],
    ['notification', 'pc_notice', 'tea'],
  ] as const)('%s with source %s', async (form, source, key) => {
    await site.goto(stage.replica.noteUrl(key, { host, form, source }));
    await expectIssued(findNote(stage.replica, key).noteId, source);
  });

  test.each([
    ['/discovery/item/sgh/', 'app_share'],
    ['/search_result_ai/', 'pc_ai_chat'],
    ['/activity/51/', 'pc_nio'],
  ])('%s', async (path, source) => {
    const { noteId } = findNote(stage.replica, 'video');
    const asked = new URL(stage.replica.noteUrl('video', { host, source }));
    asked.pathname = `${path}${noteId}`;
    await site.goto(asked.href);
    await expectIssued(noteId, source);
  });
});

describe('an address that lacks something', () => {
  test('an empty source is said to be empty, as the links of the feed have it', async () => {
    const { noteId } = findNote(stage.replica, 'video');
    const token = stage.replica.issueToken(noteId);
    await site.goto(`https://www.xiaohongshu.com/explore/${noteId}?xsec_token=${token}&xsec_source=`);
    await expect.poll(() => readToken(panel)).toEqual({ noteId, token, source: 'empty' });
  });

  test('from a notice, whose link has no token, the one of the page is taken', async () => {
    const { noteId } = findNote(stage.replica, 'livephoto');
    await site.goto(`https://www.xiaohongshu.com/notification/${noteId}?xsec_source=pc_notice`);
    await expectFromNotice(noteId);
  });

  test('a short link is known by where it leads', async () => {
    await site.goto(stage.replica.noteUrl('tea', { form: 'short' }));
    await expectIssued(findNote(stage.replica, 'tea').noteId, 'app_share');
  });
});

describe.each(hosts)('a note over a page of %s', (host) => {
  const origin = `https://${host}`;

  test.each([
    ['the feed', 'pc_feed'],
    ['a search', 'pc_search'],
    ['a profile', 'pc_user'],
    ['an album', 'pc_user'],
  ] as const)('opened from %s', async (what, source) => {
    const { noteId: teaId, author } = findNote(stage.replica, 'tea');
    const paths = {
      'the feed': '/explore',
      'a search': `/search_result?keyword=${encodeURIComponent('茶')}`,
      'a profile': `/user/profile/${author.userId}`,
      'an album': `/board/${teaId.slice(0, 20)}0b0a`,
    };
    await site.goto(`${origin}${paths[what]}`);
    const noteId = await openCard(site, 0);
    expect(new URL(site.url()).host).toBe(host);
    await site.locator('.note-detail-mask .parent-comment, .note-detail-mask .no-comments').first().waitFor();
    await expectIssued(noteId, source);
  });

  test('opened as a page of its own, with the feed kept behind it', async () => {
    await site.goto(`${origin}/explore?mode=route`);
    const noteId = await openCard(site, 1);
    expect(await site.locator('.note-detail-mask').count()).toBe(0);
    await expectIssued(noteId, 'pc_feed');
  });

  test('opened from a notice', async () => {
    await site.goto(`${origin}/notification`);
    await site.locator('.tabs-content-container .extra').first().click();
    await site.waitForURL(/\/notification\/[0-9a-f]{24}/);
    const noteId = new URL(site.url()).pathname.slice(-24);
    await expectFromNotice(noteId);
  });
});
