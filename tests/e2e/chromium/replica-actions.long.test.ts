import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { launchForReplica, openVisitor } from './replica-visitor';

const SITE = 'https://www.xiaohongshu.com';

let replica: Replica;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  replica = await startReplica();
  browser = await launchForReplica(replica);
});

beforeEach(async () => {
  await Promise.all(browser.contexts().map((context) => context.close()));
  replica.clearRecords();
  page = (await openVisitor(browser, replica, 'member')).page;
});

afterAll(async () => {
  await browser.close();
  await replica.close();
});

async function openTea(): Promise<void> {
  await page.goto(replica.noteUrl('tea'));
  await page.waitForSelector('.parent-comment');
}

function calls(pathEnd: string): number {
  return replica.requests.filter((request) => request.method === 'POST' && request.path.endsWith(pathEnd))
    .length;
}

const iconOf = (selector: string) =>
  page.locator(`.interact-container .left ${selector} use`).getAttribute('xlink:href');

describe('the engage bar', () => {
  it('likes and collects, and shows it after a reload; the class like-active says nothing', async () => {
    await openTea();
    expect(await iconOf('.like-wrapper')).toBe('#like');
    expect(await page.locator('.interact-container .left .like-wrapper.like-active').count()).toBe(1);
    const liked = page.waitForResponse((response) => response.url().endsWith('/note/like'));
    const collected = page.waitForResponse((response) => response.url().endsWith('/note/collect'));
    await page.locator('.interact-container .left .like-wrapper').click();
    await page.locator('.interact-container .left .collect-wrapper').click();
    await Promise.all([liked, collected]);
    await openTea();
    expect(await iconOf('.like-wrapper')).toBe('#liked');
    expect(await iconOf('.collect-wrapper')).toBe('#collected');
  });

  it('takes back what the server refuses', async () => {
    await page.goto(replica.noteUrl('livephoto'));
    await page.route('**/note/like', (route) =>
      route.fulfill({
        status: 200,
        headers: { 'access-control-allow-origin': SITE, 'access-control-allow-credentials': 'true' },
        json: { code: -10000, success: false, msg: '操作失败', data: {} },
      }),
    );
    await page.locator('.interact-container .left .like-wrapper').click();
    await page.getByText('操作失败').waitFor();
    expect(await iconOf('.like-wrapper')).toBe('#like');
  });
});

describe('the comment box', () => {
  it('keeps its button gray until there is text, sends, and puts the comment on top', async () => {
    await openTea();
    await page.locator('.input-box .content-edit').click();
    const submit = page.locator('.bottom button.submit');
    expect(await submit.isDisabled()).toBe(true);
    expect(await submit.getAttribute('class')).toContain('gray');
    await page.keyboard.type('写得真好');
    expect(await submit.isDisabled()).toBe(false);
    await submit.click();
    const first = page.locator('.parent-comment').first();
    await first.getByText('写得真好').waitFor();
    expect(await page.locator('#content-textarea').textContent()).toBe('');
    await first.hover();
    await first.locator('.delete-dropdown').click();
    await first.locator('.menu-item').click();
    await page.getByText('写得真好').waitFor({ state: 'detached' });
    expect([calls('/comment/post'), calls('/comment/delete')]).toEqual([1, 1]);
  });

  it('takes text that a script inserts, and answers the comment that was chosen', async () => {
    await openTea();
    const thread = page.locator('.parent-comment').first();
    const name = await thread.locator('.author .name').first().textContent();
    await thread.locator('.reply.icon-container').first().click();
    expect(await page.locator('.reply-content .reply').textContent()).toBe(`回复 ${name ?? ''}`);
    await page.evaluate(() => document.execCommand('insertText', false, '谢谢分享'));
    await page.locator('.bottom button.submit').click();
    await thread.locator('.comment-item-sub').getByText('谢谢分享').waitFor();
    expect(calls('/comment/post')).toBe(1);
  });

  it('says why a closed note takes no comment', async () => {
    await page.goto(replica.noteUrl('closed'));
    await page.waitForSelector('.no-comments');
    await page.locator('.input-box .content-edit').click();
    await page.keyboard.type('你好');
    await page.locator('.bottom button.submit').click();
    await page.locator('.reds-toast').waitFor();
    expect(await page.locator('.comment-item').count()).toBe(0);
  });
});

describe('decoys', () => {
  it('stand before the real controls and tell who touches them; people do not', async () => {
    await page.goto(`${SITE}/search_result?keyword=${encodeURIComponent('的')}`);
    await page.waitForSelector('.laid-out section.note-item');
    await page.locator('#video.channel:not([button-hp-installed])').click();
    await page.waitForSelector('#video.channel.active');
    await page.locator('input.search-input:not([button-hp-installed])').fill('茶');
    expect(replica.decoyHits).toEqual([]);
    expect(await page.locator('.search-icon').first().getAttribute('data-hp-kind')).toBe('search');
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('.search-icon')?.click();
      document.querySelector<HTMLElement>('.filter-panel .tags:not([data-hp-kind])')?.click();
      const input = document.querySelector<HTMLInputElement>('input.search-input');
      if (input) input.value = 'x';
    });
    await expect
      .poll(() => replica.decoyHits.toSorted())
      .toEqual(['__hp__filter_is_not_trust', '__hp_input_hit', '__hp_search_hit']);
    expect(await page.evaluate(() => Reflect.get(window, 'anti__hp__').__hp_search_hit)).toBe(1);
  });
});

describe('lists', () => {
  it('search by type and order, and find people', async () => {
    await page.goto(`${SITE}/search_result?keyword=${encodeURIComponent('的')}`);
    await page.waitForSelector('.laid-out section.note-item');
    const likes = replica.world.notes
      .filter((note) => note.standing === 'public')
      .map((note) => note.likedCount);
    await page.locator('.search-layout .filter').hover();
    const answered = page.waitForResponse((response) => response.url().endsWith('/search/notes'));
    await page.locator('.tags:not([data-hp-kind])', { hasText: '最多点赞' }).click();
    const body = (await (await answered).json()) as { data: { items: { id: string; model_type: string }[] } };
    const found = body.data.items
      .filter((item) => item.model_type === 'note')
      .map((item) => replica.world.findNote(item.id)?.likedCount ?? -1);
    expect(found.length).toBeGreaterThan(1);
    expect(found).toEqual(found.toSorted((a, b) => b - a));
    expect(likes).toEqual(expect.arrayContaining(found));
    await page.locator('#user.channel:not([data-hp-kind])').click();
    await page.waitForSelector('.user-list-item');
  });

  it('notifications lead to their note', async () => {
    await page.goto(`${SITE}/notification`);
    await page.locator('.tabs-content-container > .container .extra').first().click();
    await page.waitForSelector('#noteContainer .parent-comment');
    expect(new URL(page.url()).pathname).toMatch(/^\/notification\/[0-9a-f]{24}$/);
  });

  it('a feed scrolled far keeps few cards in the document', async () => {
    await page.goto(`${SITE}/explore`);
    await page.waitForSelector('.laid-out section.note-item');
    let last = 0;
    while (last < 36) {
      await page.mouse.wheel(0, 1200);
      last = await page
        .locator('section.note-item')
        .evaluateAll((cards) => Math.max(...cards.map((card) => Number(card.getAttribute('data-index')))));
    }
    await page.waitForSelector('section.note-item[data-index="0"]', { state: 'detached' });
    expect(await page.locator('section.note-item').count()).toBeLessThan(last);
  });
});
