/** What the other tests here rest on: Firefox shows the replica as the site and lets the extension be read. */
import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import {
  tinyAnswer,
  tinyDownload,
  tinyError,
  writeTinyExtension,
} from '../../support/browsers/tiny-extension';
import { launchFirefox } from '../../support/firefox';
import type { RunningFirefox } from '../../support/firefox';
import { waitFor } from '../../support/wait-for';

const tiny = writeTinyExtension('firefox');
let replica: Replica;
let firefox: RunningFirefox;

beforeAll(async () => {
  replica = await startReplica({});
  firefox = await launchFirefox({
    replica,
    extensionDir: tiny.dir,
    locale: 'zh-CN',
    colorScheme: 'dark',
    session: 'member',
  });
});

afterAll(async () => {
  await firefox.close();
  await replica.close();
  tiny.remove();
});

describe('Firefox as the tests launch it', () => {
  test('takes the replica for the site, signed in, and asks nothing else of it', async () => {
    const site = await firefox.newPage();
    await site.goto(replica.noteUrl('tea'));
    await site.waitForSelector('.comment-item');
    expect(new URL(site.url()).host).toBe('www.xiaohongshu.com');
    const session = replica.cookiesOf('member').find(({ name }) => name === 'web_session');
    const api = replica.requests.find(
      ({ method, path }) => method === 'GET' && path.includes('comment/page'),
    );
    expect(api?.cookie).toContain(`web_session=${session?.value}`);
    expect(replica.requests.filter(({ kind }) => kind === 'other')).toEqual([]);
  });

  test('opens pages of the extension in the language and colours asked for, and saves downloads by name', async () => {
    const page = await firefox.extension.openPage('popup.html');
    await expect.poll(() => page.$eval('p', (element) => element.textContent)).toBe('zh-CN true');
    await page.click('button');
    await waitFor(() => readdirSync(firefox.downloadDir).includes(tinyDownload), { what: tinyDownload });
  });

  test('reads what the extension keeps', async () => {
    await expect(firefox.extension.readStorage('local')).resolves.toEqual({ kept: 1 });
    await expect(firefox.extension.readDatabase('tiny')).resolves.toEqual({ things: [{ name: 'thing' }] });
    await expect(firefox.extension.readDatabase('absent')).resolves.toBeUndefined();
  });

  test('has the real sidebar, which can be read and clicked', async () => {
    const sidebar = await firefox.extension.findSidebar();
    expect(await sidebar.readText()).toContain('Save');
    const saved = readdirSync(firefox.downloadDir).length;
    await sidebar.clickButton('Save');
    await waitFor(() => readdirSync(firefox.downloadDir).length > saved, { what: 'a second download' });
  });

  test('lists what the extension has thrown, and nothing of others', async () => {
    expect(await firefox.extension.listErrors()).toEqual([]);
    const page = await firefox.extension.openPage('popup.html');
    await page.evaluate(() => window.dispatchEvent(new Event('offline')));
    await waitFor(
      async () => (await firefox.extension.listErrors()).some((error) => error.includes(tinyError)),
      {
        what: 'the error to be listed',
      },
    );
  });

  test('ends the background, and a message wakes it', async () => {
    await firefox.extension.killBackground();
    await expect(firefox.extension.evaluate("browser.runtime.sendMessage('hello')")).resolves.toBe(
      tinyAnswer,
    );
  });
});
