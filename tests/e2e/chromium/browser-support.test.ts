/** What the other tests here rest on: the browser shows the replica as the site, and the surfaces are the real ones. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { watchConsole } from '../../support/browsers/page-console';
import { tinyAnswer, tinyDownload, writeTinyExtension } from '../../support/browsers/tiny-extension';
import { launchChromium } from '../../support/chromium';
import type { RunningChromium } from '../../support/chromium';
import { waitFor } from '../../support/wait-for';

const tiny = writeTinyExtension('chromium');
let replica: Replica;
let chromium: RunningChromium;
let site: Page;

beforeAll(async () => {
  replica = await startReplica({});
  chromium = await launchChromium({
    replica,
    extensionDir: tiny.dir,
    locale: 'zh-CN',
    colorScheme: 'dark',
    session: 'member',
  });
  await chromium.extension.findWelcomePage();
  site = await chromium.newPage();
  await site.bringToFront();
});

afterAll(async () => {
  await chromium.close();
  await replica.close();
  tiny.remove();
});

describe('Chromium as the tests launch it', () => {
  test('takes the replica for the site, signed in, without an error in the page', async () => {
    const { errors } = watchConsole(site);
    await site.goto(replica.noteUrl('tea'));
    await site.locator('.comment-item').first().waitFor();
    expect(new URL(site.url()).host).toBe('www.xiaohongshu.com');
    const session = replica.cookiesOf('member').find(({ name }) => name === 'web_session');
    const api = replica.requests.find(
      ({ method, path }) => method === 'GET' && path.includes('comment/page'),
    );
    expect(api?.cookie).toContain(`web_session=${session?.value}`);
    expect(errors).toEqual([]);
  });

  test('opens the real popup and the real side panel, in the language and colours asked for', async () => {
    const popup = await chromium.extension.openPopup();
    await expect.poll(() => popup.locator('p').textContent()).toBe('zh-CN true');
    const panel = await chromium.extension.openSidePanel();
    await expect.poll(() => panel.locator('p').textContent()).toBe('zh-CN true');
    expect(await panel.evaluate(() => innerWidth)).toBeLessThan(500);
    // Its HTML in a tab would be listed here.
    expect(chromium.context.pages().map((page) => page.url())).not.toContain(
      chromium.extension.urlOf('sidepanel.html'),
    );
    await site.bringToFront();
    expect(await panel.title()).toBe('sidepanel');
  });

  test('saves downloads under the names the user sees', async () => {
    const panel = await chromium.extension.attachSidePanel();
    await panel.getByRole('button', { name: 'Save' }).click();
    await waitFor(() => readdirSync(chromium.downloadDir).includes(tinyDownload), { what: tinyDownload });
  });

  test('reads what the extension keeps without showing anything', async () => {
    await expect(chromium.extension.readStorage('local')).resolves.toEqual({ kept: 1 });
    await expect(chromium.extension.readDatabase('tiny')).resolves.toEqual({ things: [{ name: 'thing' }] });
    await expect(chromium.extension.readDatabase('absent')).resolves.toBeUndefined();
    await expect(chromium.extension.listDatabases()).resolves.toEqual(['tiny']);
    const isInFront = 'chrome.tabs.getCurrent().then((tab) => tab.active)';
    await expect(chromium.extension.evaluate(isInFront)).resolves.toBe(false);
  });

  test('stops the worker, and a message wakes it', async () => {
    await chromium.extension.killWorker();
    await expect(chromium.extension.evaluate("chrome.runtime.sendMessage('hello')")).resolves.toBe(
      tinyAnswer,
    );
  });
});
