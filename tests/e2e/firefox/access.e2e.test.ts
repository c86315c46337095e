/** A browser that keeps the extension out of the site, as users of Firefox may at any time, and lets it in again. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { buildExtension } from '../../support/built-extension';
import type { FirefoxSidebar } from '../../support/browsers/firefox-sidebar';
import { launchFirefox } from '../../support/firefox';
import type { RunningFirefox } from '../../support/firefox';
import { waitFor } from '../../support/wait-for';

const OUT = 'The browser keeps this extension out';
let replica: Replica;
let firefox: RunningFirefox;
let sidebar: FirefoxSidebar;
let note: WorldNote;
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

  const site = await firefox.newPage();
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
