import vm from 'node:vm';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { launchForReplica, openVisitor, readAllComments, shownCommentIds } from './replica-visitor';
import type { Visitor } from './replica-visitor';

const SITE = 'https://www.xiaohongshu.com';

/** Stores of the state (server-rendered pages, 2025-12). */
const STORES =
  'global user board login feed layout search activity note nioStore notification aiAbExp conversation traceSourceStore aiSugHistory AiGuideWords AiSugDataForChat redMoji'.split(
    ' ',
  );

let replica: Replica;
let browser: Browser;
const visitors: Visitor[] = [];

async function visit(session: 'guest' | 'member' = 'member'): Promise<Visitor> {
  const visitor = await openVisitor(browser, replica, session);
  visitors.push(visitor);
  return visitor;
}

function idOf(key: string): string {
  const note = replica.world.findNote(key);
  if (!note) throw new Error(`no note ${key}`);
  return note.noteId;
}

async function sourceOf(page: Page, url: string): Promise<string> {
  const response = await page.goto(url);
  if (!response) throw new Error(`no answer for ${url}`);
  return response.text();
}

/** The inline state as the page's own engine reads it. */
function stateIn(html: string): { text: string; state: Record<string, Record<string, unknown>> } {
  const text = /<script>window\.__INITIAL_STATE__=(.*?)<\/script>/s.exec(html)?.[1];
  if (text === undefined) throw new Error('no inline state');
  return { text, state: vm.runInNewContext(`(${text})`) as Record<string, Record<string, unknown>> };
}

beforeAll(async () => {
  replica = await startReplica();
  browser = await launchForReplica(replica);
});

afterEach(async () => {
  Object.assign(replica.faults, { captchaOnComments: 0, commentsCode: undefined });
  for (const visitor of visitors.splice(0)) await visitor.close();
});

afterAll(async () => {
  await browser.close();
  await replica.close();
});

describe('a note page as the server sends it', () => {
  it('holds the whole state, bare undefined values and escaped slashes, and no comments', async () => {
    const { page } = await visit();
    const html = await sourceOf(page, replica.noteUrl('hostile'));
    const { text, state } = stateIn(html);
    expect(Object.keys(state)).toEqual(expect.arrayContaining(STORES));
    expect(text).toContain(':undefined');
    expect(text).toContain('\\u002F');
    expect(text).not.toContain('/');
    const entry = (state['note']?.['noteDetailMap'] as Record<string, { note: object; comments: object }>)[
      idOf('hostile')
    ];
    expect(entry?.comments).toEqual({
      list: [],
      cursor: '',
      hasMore: true,
      loading: false,
      firstRequestFinish: false,
    });
    expect(entry?.note).toMatchObject({
      title: replica.world.findNote('hostile')?.title,
      desc: replica.world.findNote('hostile')?.desc,
    });
    expect(html).toContain('data-logged="1"');
    expect(html).not.toContain('class="comment-item');
    expect(html).not.toContain('like-wrapper');
  });

  it('runs no script that stands in a text', async () => {
    const { page } = await visit();
    await page.goto(replica.noteUrl('hostile'));
    await readAllComments(page);
    expect(await page.evaluate(() => Object.keys(window).filter((name) => name.startsWith('__ran')))).toEqual(
      [],
    );
  });

  it.each([
    ['removed', -510000],
    ['under-review', -510001],
  ])('of a %s note is empty, titled 「小红书」, with code %i', async (key, code) => {
    const { page } = await visit('guest');
    const { state } = stateIn(await sourceOf(page, replica.noteUrl(key)));
    expect(await page.title()).toBe('小红书');
    expect(state['note']?.['serverRequestInfo']).toMatchObject({ state: 'fail', errorCode: code });
    expect((state['note']?.['noteDetailMap'] as Record<string, { note: object }>)[idOf(key)]?.note).toEqual(
      {},
    );
    expect(await page.locator('#noteContainer').count()).toBe(0);
  });

  it('of a forbidden note leads to the page that says so', async () => {
    const { page } = await visit();
    await page.goto(replica.noteUrl('forbidden'));
    expect(page.url()).toContain('error_code=300031');
    expect(await page.locator('.access-container .title').textContent()).toBe('当前笔记暂时无法浏览');
  });

  it('blurs counts for guests', async () => {
    const { page } = await visit('guest');
    const { state } = stateIn(await sourceOf(page, replica.noteUrl('popular')));
    const entry = (
      state['note']?.['noteDetailMap'] as Record<string, { note: { interactInfo: { likedCount: string } } }>
    )[idOf('popular')];
    expect(entry?.note.interactInfo.likedCount).toMatch(/^(10|1千)\+$/);
  });
});

describe('a note page come to life', () => {
  it('loads every comment and reply, asks for no note, and touches no decoy', async () => {
    const { page, errors } = await visit();
    replica.clearRecords();
    await page.goto(replica.noteUrl('tea'));
    await readAllComments(page);
    const note = replica.world.findNote('tea');
    const expected = (note?.comments ?? []).flatMap((root) => [
      root.id,
      ...root.replies.map((reply) => reply.id),
    ]);
    expect(await shownCommentIds(page)).toEqual(expected);
    expect(replica.requests.filter((request) => request.path.endsWith('/v1/feed'))).toEqual([]);
    expect(replica.decoyHits).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('keeps its comments in the live state, where wrapped fields cannot be serialised', async () => {
    const { page } = await visit();
    await page.goto(replica.noteUrl('tea'));
    await readAllComments(page);
    const live = await page.evaluate((noteId) => {
      const state = Reflect.get(window, '__INITIAL_STATE__');
      const entry = state.note.noteDetailMap[noteId];
      const isCyclic = (value: unknown) => {
        try {
          JSON.stringify(value);
          return false;
        } catch {
          return true;
        }
      };
      return {
        current: state.note.currentNoteId.value,
        loggedInFields: Object.keys(state.user.loggedIn).toSorted(),
        cyclic: isCyclic(state.user.loggedIn),
        plainMap: isCyclic(state.note.noteDetailMap),
        finished: entry.comments.firstRequestFinish,
        hasMore: entry.comments.hasMore,
        rows: entry.comments.list.map((row: { id: string; subComments: { id: string }[] }) => [
          row.id,
          row.subComments.length,
        ]),
      };
    }, idOf('tea'));
    expect(live).toEqual({
      current: idOf('tea'),
      loggedInFields: ['__v_isRef', '__v_isShallow', '_rawValue', '_value', 'dep'],
      cyclic: true,
      plainMap: false,
      finished: true,
      hasMore: false,
      rows: replica.world.findNote('tea')?.comments.map((root) => [root.id, root.replies.length]),
    });
  });

  it('shows a guest a few comments, then asks to log in', async () => {
    const { page } = await visit('guest');
    await page.goto(replica.noteUrl('popular'));
    await page.waitForSelector('.login-container');
    await page.locator('.close-button').click();
    await page.locator('.comments-login .to-login').waitFor({ state: 'attached' });
    expect(await page.locator('.parent-comment').count()).toBeGreaterThan(0);
    expect(await page.locator('.parent-comment').count()).toBeLessThan(10);
  });

  it('goes to the captcha page on 461 and asks to log in on -101', async () => {
    const { page } = await visit();
    replica.faults.captchaOnComments = 1;
    await page.goto(replica.noteUrl('tea'));
    await page.waitForURL(/\/web-login\/captcha\?.*verifyUuid=/);
    replica.faults.commentsCode = -101;
    await page.goto(replica.noteUrl('tea'));
    await page.waitForSelector('.login-container');
  });

  it.each(['explore', 'discovery', 'profile', 'search', 'board', 'notification'] as const)(
    'opens as %s',
    async (form) => {
      const { page } = await visit();
      await page.goto(replica.noteUrl('livephoto', { form }));
      await page.waitForSelector('#noteContainer .parent-comment');
      expect(await page.locator('.note-detail-mask').count()).toBe(0);
    },
  );
});

describe('a note over the feed', () => {
  async function openFirst(page: Page, path = '/explore'): Promise<string> {
    await page.goto(`${SITE}${path}`);
    const card = page.locator('.laid-out section.note-item[data-index="0"]');
    const href = await card.locator('a').first().getAttribute('href');
    await card.locator('a.cover').click();
    await page.waitForSelector('#noteContainer .parent-comment');
    return href?.slice(-24) ?? '';
  }

  it('changes the address without loading a page, and is closed by Esc, the circle and history', async () => {
    const { page, errors } = await visit();
    replica.clearRecords();
    const noteId = await openFirst(page);
    const closings = [
      () => page.keyboard.press('Escape'),
      () => page.locator('.close-circle').click(),
      () => page.goBack(),
    ];
    for (const close of closings) {
      expect(new URL(page.url()).pathname).toBe(`/explore/${noteId}`);
      expect(new URL(page.url()).searchParams.get('xsec_source')).toBe('pc_feed');
      expect(await page.locator('.note-detail-mask').getAttribute('note-id')).toBe(noteId);
      await close();
      await page.waitForSelector('.note-detail-mask', { state: 'detached' });
      expect(page.url()).toBe(`${SITE}/explore`);
      await page.goForward();
      await page.waitForSelector('.note-detail-mask .parent-comment');
    }
    expect(replica.requests.filter((request) => request.kind === 'page')).toHaveLength(1);
    expect(errors).toEqual([]);
  });

  it('gives way to the next note in the same place', async () => {
    const { page } = await visit();
    const first = await openFirst(page);
    await page.locator('.note-switch.next').click();
    await page.waitForSelector(`.note-detail-mask:not([note-id="${first}"]) #noteContainer`);
    const noteId = await page.locator('.note-detail-mask').getAttribute('note-id');
    expect(new URL(page.url()).pathname).toBe(`/explore/${noteId ?? ''}`);
    const keys = await page.evaluate(() =>
      Object.keys(Reflect.get(window, '__INITIAL_STATE__').note.noteDetailMap),
    );
    expect(keys).toEqual(expect.arrayContaining([first, noteId]));
  });

  it('says so and goes back when the note cannot be had', async () => {
    const { page } = await visit();
    await page.route('**/v1/feed', (route) =>
      route.fulfill({
        status: 200,
        headers: { 'access-control-allow-origin': SITE, 'access-control-allow-credentials': 'true' },
        json: { code: 0, success: true, msg: '成功', data: { items: [] } },
      }),
    );
    await page.goto(`${SITE}/explore`);
    await page.locator('.laid-out section.note-item[data-index="0"] a.cover').click();
    await page.getByText('该内容暂时无法查看').waitFor();
    await page.waitForURL(`${SITE}/explore`);
  });

  it('becomes a page of its own in route mode, with the feed hidden but still there', async () => {
    const { page } = await visit();
    await openFirst(page, '/explore?mode=route');
    expect(await page.locator('.note-detail-mask, .close-circle').count()).toBe(0);
    expect(await page.locator('#exploreFeeds section.note-item').count()).toBeGreaterThan(0);
    expect(await page.locator('#exploreFeeds').isVisible()).toBe(false);
    await page.goBack();
    await page.waitForSelector('#noteContainer', { state: 'detached' });
    expect(await page.locator('#exploreFeeds').isVisible()).toBe(true);
  });
});
