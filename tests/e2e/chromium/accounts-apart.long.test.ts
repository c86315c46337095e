/** Tabs under a saved login in a real browser: what an update takes, a login that the site renews, one that it has ended. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SessionName } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { demandOfBackground } from '../steps/ask-background';
import { checkLooks } from '../steps/check-looks';
import { findNote } from '../steps/find-note';
import { openAccountsStage } from '../steps/open-accounts-stage';
import type { AccountsStage } from '../steps/open-accounts-stage';
import { readSiteCookies } from '../steps/read-site-cookies';

let stage: AccountsStage;
let tea: WorldNote;
let own: Page;
let options: Page;
let jar: readonly string[];

/** The member's login is saved as “Cup brand”; afterwards somebody else is logged in in the browser, on the same device. */
beforeAll(async () => {
  stage = await openAccountsStage();
  ({ own, options } = stage);
  const { replica, chromium } = stage;
  tea = findNote(replica, 'tea');
  await options.getByRole('button', { name: 'I have read this, switch it on' }).click();
  const card = options.getByRole('region', { name: 'The login in this browser' });
  await card.getByRole('textbox').fill('Cup brand');
  await options.getByRole('button', { name: 'Save this login' }).click();
  await options.getByRole('listitem').filter({ hasText: 'Cup brand' }).waitFor();
  await chromium.context.addCookies([...replica.logIn('second-member', await stage.deviceOf())]);
  await stage.openNote();
  jar = await readSiteCookies(chromium);
});

afterAll(() => stage?.close());

const demand = <Value>(name: string, input: object) =>
  demandOfBackground<Value>(stage.chromium.extension.evaluate, name, input);

const isSitePage = (page: Page) => page.url().startsWith('https://www.xiaohongshu.com/');
const listWindows = () => stage.chromium.context.pages().filter((page) => isSitePage(page) && page !== own);

const awaitNoWindow = () =>
  waitFor(() => listWindows().length === 0, {
    what: 'no window under a saved login to be left',
    timeoutMs: 60_000,
  });

test('no page is left that could speak for somebody else when an update has taken its rule', async () => {
  const { replica, chromium } = stage;
  const { extension } = chromium;
  const { jobId } = await demand<{ jobId: string }>('comment.post', {
    ...{ noteId: tea.noteId, xsecToken: replica.issueToken(tea.noteId), content: '只是准备好' },
    ...{ account: 'Cup brand', mode: 'assist' },
  });
  const isWaiting = async () =>
    Object.entries(await extension.readStorage('session')).some(
      ([key, state]) => key.startsWith('acting:') && (state as { phase: string }).phase === 'waiting',
    );
  await waitFor(isWaiting, { what: 'the text to wait for its press', timeoutMs: 60_000, everyMs: 200 });
  const [window] = listWindows();
  if (!window) throw new Error('There is no window under the saved login.');
  // What an update takes, with the tabs left as they are.
  await extension.evaluate(
    `chrome.declarativeNetRequest.getSessionRules().then((rules) =>
      chrome.declarativeNetRequest.updateSessionRules({ removeRuleIds: rules.map(({ id }) => id) }))
      .then(() => chrome.storage.session.clear())`,
  );
  await extension.killWorker();
  await demand('job.cancel', { jobId });
  await waitFor(() => window.isClosed(), { what: 'the page to be closed', timeoutMs: 20_000 });
  await awaitNoWindow();
  expect(replica.deeds).toEqual([]);
  expect(await readSiteCookies(chromium)).toEqual(jar);
});

test('a login that the site has ended is said to be, and renewed by the same account only', async () => {
  const { replica, chromium } = stage;
  // What is kept is a login that the site does not know.
  await chromium.extension.evaluate(
    `chrome.storage.local.get('credentials').then(({ credentials }) => {
      for (const { cookies } of credentials.logins.accounts) for (const cookie of cookies) cookie.value = 'ended';
      return chrome.storage.local.set({ credentials });
    })`,
  );
  await own.bringToFront();
  const like = { noteId: tea.noteId, xsecToken: replica.issueToken(tea.noteId), account: 'Cup brand' };
  await demand('feed.like', like);
  const line = options.getByRole('listitem').filter({ hasText: 'Cup brand' });
  await line.getByText('Logged out', { exact: true }).waitFor({ timeout: 60_000 });
  await awaitNoWindow();
  expect(replica.deeds).toEqual([]);
  await options.bringToFront();
  await takeScreenshot(options, 'chromium/accounts/logged-out');
  expect(await checkLooks(options)).toEqual([]);
  await line.getByRole('button', { name: 'Log in again' }).click();
  const login = await waitFor(() => listWindows()[0], { what: 'the window to log in in', timeoutMs: 20_000 });
  await options.getByText('Adding “Cup brand”').waitFor();
  const logInAs = async (session: SessionName, place: number) => {
    await chromium.context.addCookies([...replica.logIn(session, await stage.deviceOf())]);
    await login.bringToFront();
    await login.goto('https://www.xiaohongshu.com/explore');
    await options.bringToFront();
    const { userId = '' } = replica.world.authors[place] ?? {};
    await options.getByText(`Account ${userId} is logged in.`).waitFor();
    await options.getByRole('button', { name: 'Save, and put the first login back' }).click();
  };
  await logInAs('third-member', 2);
  await options.getByText('Another account is logged in in that window').waitFor();
  await logInAs('member', 0);
  await line.getByText('In use', { exact: true }).waitFor();
  await awaitNoWindow();
  expect(await readSiteCookies(chromium)).toEqual(jar);
});
