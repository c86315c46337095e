/** A browser that keeps the extension out of the site and of providers, as users of Firefox may at any time, and lets it in. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { buildExtension } from '../../support/built-extension';
import type { FirefoxSidebar } from '../../support/browsers/firefox-sidebar';
import { launchFirefox } from '../../support/firefox';
import type { RunningFirefox } from '../../support/firefox';
import type { Page } from 'puppeteer-core';
import { waitFor } from '../../support/wait-for';

const OUT = 'The browser keeps this extension out';
let replica: Replica;
let firefox: RunningFirefox;
let sidebar: FirefoxSidebar;
let note: WorldNote;
let site: Page;
let documentsBefore: number;

const countDocuments = () =>
  replica.requests.filter(({ kind, path }) => kind === 'page' && path.endsWith(note.noteId)).length;
const readStoredIds = async () => {
  const stores = await firefox.extension.readDatabase('hongshu-companion');
  return ((stores?.['comments'] ?? []) as { commentId: string }[]).map(({ commentId }) => commentId);
};

beforeAll(async () => {
  const extensionDir = await buildExtension('firefox');
  replica = await startReplica({});
  firefox = await launchFirefox({ replica, extensionDir, locale: 'en-US', session: 'member' });
  const found = replica.world.findNote('tea');
  if (!found) throw new Error('The replica has no note "tea".');
  note = found;
  const welcome = await firefox.extension.openPage('welcome.html');
  const agree = '::-p-aria([name="Agree and start"][role="button"])';
  await welcome.locator(agree).click();
  await waitFor(async () => !(await welcome.$(agree)), { what: 'the welcome page to take the answer' });
  const removed = await firefox.extension.evaluate(
    'browser.permissions.getAll().then(({ origins }) => browser.permissions.remove({ origins }))',
  );
  expect(removed).toBe(true);

  site = await firefox.newPage();
  await site.goto(replica.noteUrl('tea'));
  await site.bringToFront();
  await site.waitForSelector('.parent-comment');
  documentsBefore = countDocuments();
  expect(documentsBefore).toBeGreaterThan(0);
  sidebar = await firefox.extension.findSidebar();
});

afterAll(async () => {
  await firefox.close();
  await replica.close();
});

test('says that it is kept out, and knows nothing of the open note', async () => {
  await sidebar.waitForText(OUT);
  expect(await sidebar.readText()).not.toContain(note.title);
  expect(await readStoredIds()).toEqual([]);
});

test('asks the browser, and takes a no', async () => {
  await sidebar.pressButton('Allow on this site');
  await firefox.extension.answerPermissionPrompt('deny');
  await sidebar.waitForText('It was not allowed. You can press the button again at any time.');
  expect(
    await firefox.extension.evaluate('browser.permissions.getAll().then(({ origins }) => origins)'),
  ).toEqual([]);
});

test('knows the open note and the comments it shows once it is let in, without a reload', async () => {
  await sidebar.pressButton('Allow on this site');
  await firefox.extension.answerPermissionPrompt('allow');
  await sidebar.waitForText(note.title);
  expect(await sidebar.readText()).not.toContain(OUT);
  const served = replica.servedCommentIds(note.noteId);
  expect(served.length).toBeGreaterThan(0);
  await waitFor(
    async () => {
      const stored = new Set(await readStoredIds());
      return served.every((id) => stored.has(id));
    },
    { what: 'the comments on the page to be stored' },
  );
  expect(countDocuments()).toBe(documentsBefore);
  expect(await firefox.extension.listErrors()).toEqual([]);
});

describe('a provider', () => {
  const button = (name: string) => `::-p-aria([name="${name}"][role="button"])`;
  const HOST = 'https://api.tikhub.io/*';
  const CHINA = 'https://api.tikhub.dev/*';
  const CACHE = 'https://cache.tikhub.io/*';
  let options: Page;
  const readWords = () => options.evaluate(() => document.body.innerText);
  const waitForWords = (words: string) =>
    waitFor(async () => (await readWords()).includes(words), { what: `the options to say "${words}"` });
  const readKeys = async () => JSON.stringify(await firefox.extension.readStorage('local')).includes(key());
  const key = () => replica.providerKey('tikhub').value;
  const hasHosts = () =>
    firefox.extension.evaluate(
      `browser.permissions.contains({ origins: ${JSON.stringify([HOST, CHINA, CACHE])} })`,
    );

  test('is asked for in the press that saves the key; a no keeps the key in its field', async () => {
    options = await firefox.extension.openPage('options.html#providers');
    await options.locator(button('Add a key')).click();
    await options.locator('.key-form input').fill(key());
    await options.locator(button('Allow and save')).click();
    await firefox.extension.answerPermissionPrompt('deny');
    await waitForWords('The browser did not allow it. Without that, TikHub cannot be used.');
    expect(await options.$eval('.key-form input', (field) => (field as HTMLInputElement).value)).toBe(key());
    expect(await readKeys()).toBe(false);
    expect(await hasHosts()).toBe(false);
  });

  test('is let in by a yes, and the key is saved', async () => {
    await options.locator(button('Allow and save')).click();
    await firefox.extension.answerPermissionPrompt('allow');
    await waitForWords('The key for TikHub is saved.');
    expect(await readKeys()).toBe(true);
    expect(await hasHosts()).toBe(true);
  });

  test('is kept out again by the browser’s own pages: the sidebar says so, and asks', async () => {
    // The sidebar follows the tab in front.
    await site.bringToFront();
    await sidebar.clickButton('Details');
    await sidebar.waitForText('about $0.01');
    await firefox.extension.evaluate(
      `browser.permissions.remove({ origins: ${JSON.stringify([HOST, CHINA, CACHE])} })`,
    );
    await sidebar.waitForText('The browser does not let the extension on to the provider yet.');
    await waitForWords('The browser keeps the extension out of TikHub');
    await sidebar.clickButton('Enrich');
    await sidebar.waitForButton('Allow TikHub');
    expect(replica.providerCalls).toEqual([]);
  });

  test('is let in from another page, and the sidebar notices and goes on', async () => {
    await options.bringToFront();
    await options.locator(button('Allow TikHub')).click();
    await firefox.extension.answerPermissionPrompt('allow');
    await site.bringToFront();
    await sidebar.waitForText('The browser lets the extension in now');
    await sidebar.clickButton('Try again');
    await sidebar.waitForText('Filled by TikHub App V2');
    expect(replica.billedCalls().count).toBe(1);
    await sidebar.waitForText(new Intl.NumberFormat('en').format(note.likedCount));
    const stores = await firefox.extension.readDatabase('hongshu-companion');
    const stored = ((stores?.['notes'] ?? []) as { noteId: string; observed: Record<string, object> }[]).find(
      ({ noteId }) => noteId === note.noteId,
    );
    expect(stored?.observed['counts.likes']).toMatchObject({ source: 'tikhub-app-v2' });
    expect(await firefox.extension.listErrors()).toEqual([]);
  });
});

describe('messages when a job is over', () => {
  let options: Page;
  const flip = () =>
    options.locator('::-p-xpath(//label[contains(., "Notify me when a job is over")])').click();
  const isAllowed = () =>
    firefox.extension.evaluate("browser.permissions.contains({ permissions: ['notifications'] })");
  const isKept = async () =>
    JSON.stringify(await firefox.extension.readStorage('local')).includes('"notifyJobs":true');

  test('are asked for in the press that switches them on; a no leaves them off', async () => {
    options = await firefox.extension.openPage('options.html#general');
    await flip();
    await firefox.extension.answerPermissionPrompt('deny');
    await waitFor(
      async () => (await options.evaluate(() => document.body.innerText)).includes('did not allow it'),
      { what: 'the options to say so' },
    );
    expect(await isAllowed()).toBe(false);
    expect(await isKept()).toBe(false);
  });

  test('are on after a yes', async () => {
    await flip();
    await firefox.extension.answerPermissionPrompt('allow');
    await waitFor(isKept, { what: 'the choice to be kept' });
    expect(await isAllowed()).toBe(true);
    expect(await firefox.extension.listErrors()).toEqual([]);
  });
});
