/**
 * Several accounts in real Firefox, each in a container of its own: nothing of them is seen in the user's own jar, storage or
 * tab, which are read through the driver; the server says who did what.
 */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica, SessionName } from '../../replica/types';
import { buildExtension } from '../../support/built-extension';
import { createFirefoxJars } from '../../support/browsers/firefox-jars';
import type { ContainerTab, FirefoxJars } from '../../support/browsers/firefox-jars';
import { launchFirefox } from '../../support/firefox';
import type { RunningFirefox } from '../../support/firefox';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { openFirefoxOptions } from '../steps/firefox-options';
import type { FirefoxOptionsPage } from '../steps/firefox-options';

const EXPLORE = 'https://www.xiaohongshu.com/explore';
const ACTIONS = [
  ...['like', 'unlike', 'favorite', 'unfavorite', 'comment', 'reply'],
  ...['like-comment', 'unlike-comment', 'delete-own-comment'],
];

let replica: Replica;
let firefox: RunningFirefox;
let jars: FirefoxJars;
let own: Page;
let options: FirefoxOptionsPage;
let ownCookies: readonly string[];
let ownStorage: unknown;
let containersBefore: readonly string[];

const userIdOf = (place: number): string => replica.world.authors[place]?.userId ?? '';

const readOwnStorage = () => own.evaluate(() => JSON.stringify(Object.entries(localStorage).sort()));

const listContainers = async () =>
  JSON.parse(
    String(
      await firefox.extension.evaluate(
        'browser.contextualIdentities.query({}).then((all) => JSON.stringify(all.map((one) => one.name)))',
      ),
    ),
  ) as readonly string[];

/** Logs in in the window that was opened, as its user does: what the site sets lies in the jar of its tab. */
async function logIn(session: SessionName): Promise<ContainerTab> {
  const tab = await jars.findContainerTab();
  const a1 = await waitFor(() => tab.findCookie('a1'), { what: 'the site to know the device' });
  for (const cookie of replica.logIn(session, a1)) await tab.setCookie(cookie);
  await tab.goto(EXPLORE);
  return tab;
}

async function finish(name: string): Promise<void> {
  await options.page.bringToFront();
  await options.waitForText('is logged in and can be saved.');
  await options.pressButton('Save this account');
  await waitFor(async () => (await jars.listContainerTabs()).length === 0, {
    what: 'the login window to be closed',
  });
  await options.waitForLine(name);
}

async function add(name: string, session: SessionName): Promise<void> {
  await options.page.bringToFront();
  await options.page.locator('.name-form input').fill(name);
  await options.pressButton('Open the login window');
  await logIn(session);
  await finish(name);
}

beforeAll(async () => {
  const extensionDir = await buildExtension('firefox-full');
  replica = await startReplica({});
  firefox = await launchFirefox({ replica, extensionDir, locale: 'en-US', session: 'member' });
  jars = createFirefoxJars(firefox.browser, firefox.extension.evaluateInBrowser);
  options = await openFirefoxOptions(firefox, 'accounts');
  const capture = { notes: true, authors: false, feeds: false, searches: false, notifications: false };
  await options.demand('consent.answer', { agreed: true, capture });
  await options.demand('settings.change', {
    patch: {
      acting: {
        ...{ minGapMs: 1_000, jitterMs: 0, quietHours: null, rehearse: false, sendsQueues: false },
        dailyCaps: Object.fromEntries(ACTIONS.map((name) => [name, 500])),
      },
      loading: { minPauseMs: 50, maxPauseMs: 120, maxSteps: 400 },
    },
  });
  own = await firefox.newPage();
  await own.goto(replica.noteUrl('tea'));
  await own.bringToFront();
  await own.waitForSelector('.comment-item');
  await own.evaluate(() => localStorage.setItem('mine', 'of the user alone'));
  ownCookies = await jars.readOwnCookies();
  ownStorage = await readOwnStorage();
  containersBefore = await listContainers();
  await options.page.bringToFront();
});

afterAll(async () => {
  await firefox?.close();
  await replica?.close();
});

const TIME = { timeout: 180_000 };

describe('accounts in containers', () => {
  test('are off until their meaning was read, and the browser has given its leave', TIME, async () => {
    expect(await options.ask('account.add', { name: 'x' })).toMatchObject({
      error: { code: 'accounts-off' },
    });
    await options.waitForText('The accounts are fully apart');
    await takeScreenshot(options.page, 'firefox/accounts/consent');
    await options.clickButton('I have read this, switch it on');
    await firefox.extension.answerPermissionPrompt('allow');
    await options.waitForText('No account is saved yet');
    await takeScreenshot(options.page, 'firefox/accounts/empty');
  });

  test('are added in containers of their own, and the user’s own jar stays as it is', TIME, async () => {
    await add('Tea brand', 'second-member');
    await add('Cup brand', 'third-member');
    await add('Pot brand', 'fourth-member');
    expect(await listContainers()).toEqual([...containersBefore, 'Tea brand', 'Cup brand', 'Pot brand']);
    await takeScreenshot(options.page, 'firefox/accounts/saved');
    expect(await jars.readOwnCookies()).toEqual(ownCookies);
    // Whoever is logged in there is in a jar, but not in this one.
    const [login] = replica.logIn('second-member', 'nobody');
    expect((await jars.readAllContainerCookies()).join('\n')).toContain(login?.value);
    expect(ownCookies.join('\n')).not.toContain(login?.value);
  });

  test('refuse a user who has a container already', TIME, async () => {
    await options.page.bringToFront();
    await options.page.locator('.name-form input').fill('Tea again');
    await options.pressButton('Open the login window');
    await logIn('second-member');
    await options.page.bringToFront();
    await options.waitForText('is logged in and can be saved.');
    await takeScreenshot(options.page, 'firefox/accounts/adding');
    await options.pressButton('Save this account');
    await options.waitForText('This account is already among the saved ones.');
    await options.pressButton('Cancel');
    await waitFor(async () => (await listContainers()).length === containersBefore.length + 3, {
      what: 'its container to be gone',
    });
  });

  test('all act on one note, each in its container; the one that is limited is told', TIME, async () => {
    replica.clearRecords();
    Object.assign(replica.faults.deeds, { only: userIdOf(3), code: 300013 });
    const note = replica.world.findNote('tea');
    const noteId = note?.noteId ?? '';
    const wanted = { noteId, xsecToken: replica.issueToken(noteId), accounts: 'all' };
    expect(await options.ask('feed.like', wanted)).toMatchObject({ error: { code: 'accounts-unconfirmed' } });
    const confirmed = ['Tea brand', 'Cup brand', 'Pot brand'];
    const { jobId } = await options.demand<{ jobId: string }>('feed.like', { ...wanted, confirmed });
    const results = await waitFor(
      async () => {
        const found = await options.demand<readonly object[] | null>('action.results', { jobId });
        return found?.length === 3 ? found : undefined;
      },
      { what: 'three results', timeoutMs: 150_000, everyMs: 500 },
    );
    const result = { success: true, action: 'like', noteId };
    const durationMs = expect.any(Number) as number;
    expect(results).toEqual([
      { account: 'Tea brand', success: true, result, durationMs },
      { account: 'Cup brand', success: true, result, durationMs },
      { account: 'Pot brand', success: false, error: 'rate-limited', durationMs },
    ]);
    expect(replica.deeds.map(({ name, userId, noteId: on, code }) => [name, userId, on, code])).toEqual([
      ['like', userIdOf(1), noteId, 0],
      ['like', userIdOf(2), noteId, 0],
      ['like', userIdOf(3), noteId, 300013],
    ]);
    expect(replica.decoyHits).toEqual([]);
  });

  test('leak nothing: the user’s cookies, storage and tab are as before', TIME, async () => {
    Object.assign(replica.faults.deeds, { only: undefined, code: undefined });
    await options.demand('stop-sign.dismiss', { tabId: -1 });
    await waitFor(async () => (await jars.listContainerTabs()).length === 0, {
      what: 'the windows in containers to be closed',
      timeoutMs: 30_000,
    });
    expect(await jars.readOwnCookies()).toEqual(ownCookies);
    expect(await readOwnStorage()).toEqual(ownStorage);
    await own.bringToFront();
    await own.reload();
    await own.waitForSelector(`a[href*="/user/profile/${userIdOf(0)}"]`);
    expect(await jars.readOwnCookies()).toEqual(ownCookies);
  });

  test('whose container the user removed say so, and can log in anew', TIME, async () => {
    await options.page.bringToFront();
    await firefox.extension.evaluateInBrowser(`(() => {
      const { ContextualIdentityService } = ChromeUtils.importESModule(
        'resource://gre/modules/ContextualIdentityService.sys.mjs');
      const { userContextId } = ContextualIdentityService.getPublicIdentities().find(({ name }) => name === 'Cup brand');
      return ContextualIdentityService.remove(userContextId);
    })()`);
    await options.waitForText('Container removed');
    await takeScreenshot(options.page, 'firefox/accounts/gone');
    await options.pressInLine('Cup brand', 'Log in again');
    await logIn('third-member');
    await finish('Cup brand');
    await options.waitForNoText('Container removed');
    expect([...(await listContainers())].sort()).toEqual(
      [...containersBefore, 'Tea brand', 'Pot brand', 'Cup brand'].sort(),
    );
  });

  test('leave no container when the background dies while one is added', TIME, async () => {
    const before = await listContainers();
    for (const delayMs of [0, 20, 60, 150]) {
      const asked = options.ask('account.add', { name: 'Half brand' }).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, delayMs));
      await firefox.extension.killBackground();
      await asked;
      await options.demand('account.cancel', {});
      expect([delayMs, await listContainers()]).toEqual([delayMs, before]);
    }
    // A window that Firefox was about to open when the background died comes all the same, and nobody knows of it.
    await jars.closeContainerTabs();
  });

  test('bear another name, and are gone with everything in their container', TIME, async () => {
    await options.page.bringToFront();
    await options.pressInLine('Cup brand', 'Rename');
    await options.page.locator('dialog[open] input').fill('Mug brand');
    await takeScreenshot(options.page, 'firefox/accounts/rename');
    await options.pressInDialog('Save the name');
    await options.waitForText('It is called “Mug brand” now.');
    expect(await listContainers()).toContain('Mug brand');
    const [login] = replica.logIn('third-member', 'nobody');
    expect((await jars.readAllContainerCookies()).join('\n')).toContain(login?.value);
    await options.pressInLine('Mug brand', 'Delete');
    await takeScreenshot(options.page, 'firefox/accounts/delete');
    await options.pressInDialog('Delete');
    await options.waitForText('“Mug brand” and its container are deleted.');
    expect(await listContainers()).not.toContain('Mug brand');
    await waitFor(
      async () => !(await jars.readAllContainerCookies()).join('\n').includes(login?.value ?? ''),
      { what: 'its cookies to be gone' },
    );
    expect(JSON.stringify(await firefox.extension.readStorage('local'))).not.toContain('Mug brand');
  });

  test('stay logged in when the user signs out in their own tabs', TIME, async () => {
    const before = await jars.readAllContainerCookies();
    expect(before).not.toEqual([]);
    await options.pressButton('Sign out here…');
    await options.pressInDialog('Sign out');
    await options.waitForText('Signed out in this browser.');
    const isOfLogin = (line: string) => ['web_session', 'id_token'].includes(line.split(' ')[2] ?? '');
    expect(ownCookies.filter(isOfLogin)).not.toEqual([]);
    ownCookies = ownCookies.filter((line) => !isOfLogin(line));
    expect(await jars.readOwnCookies()).toEqual(ownCookies);
    expect(await jars.readAllContainerCookies()).toEqual(before);
  });

  test('are switched off for good; the site stays open to the extension', TIME, async () => {
    await options.pressButton('Switch off…');
    await options.pressInDialog('Delete and switch off');
    await options.waitForText('I have read this, switch it on');
    expect(await listContainers()).toEqual(containersBefore);
    expect(await jars.readOwnCookies()).toEqual(ownCookies);
    const origins = (await firefox.extension.evaluate(
      'browser.permissions.getAll().then(({ origins }) => origins.join(" "))',
    )) as string;
    expect(origins.split(' ')).toContain('*://www.xiaohongshu.com/*');
    expect(origins).not.toContain('*.xiaohongshu.com');
    // What Firefox says of pages and backgrounds that were closed while they waited for an answer.
    const errors = await firefox.extension.listErrors();
    expect(errors.filter((error) => !error.includes('after context unloaded'))).toEqual([]);
  });
});
