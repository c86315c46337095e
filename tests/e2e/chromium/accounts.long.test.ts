/**
 * Several accounts in a real browser: adding them, acting under all of them, each checked on the server; and the browser's
 * own cookies, read through the driver, the same before and after.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SessionName } from '../../replica/types';
import type { WorldNote } from '../../replica/world/types';
import { findSecrets } from '../../support/find-secrets';
import { takeScreenshot } from '../../support/screenshots';
import { waitFor } from '../../support/wait-for';
import { askBackground, demandOfBackground } from '../steps/ask-background';
import { awaitResults } from '../steps/await-results';
import { checkLooks } from '../steps/check-looks';
import { findNote } from '../steps/find-note';
import { dieAtEveryChange } from '../steps/die-at-every-change';
import { readEverything } from '../steps/read-everything';
import { openAccountsStage } from '../steps/open-accounts-stage';
import type { AccountsStage } from '../steps/open-accounts-stage';
import { readSiteCookies } from '../steps/read-site-cookies';

const NAMES = ['Tea brand', 'Cup brand', 'Pot brand'];

let stage: AccountsStage;
let tea: WorldNote;
let own: Page;
let options: Page;
let first: readonly string[];

beforeAll(async () => {
  stage = await openAccountsStage();
  ({ own, options } = stage);
  tea = findNote(stage.replica, 'tea');
});

afterAll(() => stage?.close());

const demand = <Value>(name: string, input: object) =>
  demandOfBackground<Value>(stage.chromium.extension.evaluate, name, input);

const userIdOf = (place: number): string => stage.replica.world.authors[place]?.userId ?? '';

const readJar = () => readSiteCookies(stage.chromium);

const isSitePage = (page: Page) => page.url().startsWith('https://www.xiaohongshu.com/');

const findLoginWindow = () =>
  waitFor(() => stage.chromium.context.pages().find((page) => isSitePage(page) && page !== own), {
    what: 'the window to log in in',
    timeoutMs: 20_000,
  });

/** Types a name, opens the window, and logs in there as somebody else. */
async function beginAdding(name: string, session: SessionName): Promise<Page> {
  await options.bringToFront();
  await options.getByRole('region', { name: 'Add an account' }).getByRole('textbox').fill(name);
  await options.getByRole('button', { name: 'Open the login window' }).click();
  const login = await findLoginWindow();
  await options.getByText(`Adding “${name}”`).waitFor();
  await stage.chromium.context.addCookies([...stage.replica.logIn(session, await stage.deviceOf())]);
  await login.goto('https://www.xiaohongshu.com/explore');
  return login;
}

async function add(name: string, session: SessionName): Promise<void> {
  await beginAdding(name, session);
  await options.bringToFront();
  await options.getByRole('button', { name: 'Save, and put the first login back' }).click();
  await options.getByRole('listitem').filter({ hasText: name }).waitFor();
}

async function closeLoginWindows(): Promise<void> {
  for (const page of stage.chromium.context.pages()) if (isSitePage(page) && page !== own) await page.close();
}

describe('several accounts', () => {
  test('are off until the text was read, and say who is logged in afterwards', async () => {
    first = await readJar();
    expect(
      await askBackground(stage.chromium.extension.evaluate, 'account.save', { name: 'x' }),
    ).toMatchObject({
      error: { code: 'accounts-off' },
    });
    await takeScreenshot(options, 'chromium/accounts/consent');
    expect(await checkLooks(options)).toEqual([]);
    await options.getByRole('button', { name: 'I have read this, switch it on' }).click();
    await options.getByText(userIdOf(0)).waitFor();
    await takeScreenshot(options, 'chromium/accounts/empty');
    await options
      .getByRole('region', { name: 'The login in this browser' })
      .getByRole('textbox')
      .fill('Tea brand');
    await options.getByRole('button', { name: 'Save this login' }).click();
    await options.getByText('Saved as “Tea brand”.').waitFor();
    expect(await readJar()).toEqual(first);
  });

  test('are added one by one, and each time the first login is back', async () => {
    await add('Cup brand', 'second-member');
    expect(await readJar()).toEqual(first);
    await add('Pot brand', 'third-member');
    expect(await readJar()).toEqual(first);
    await takeScreenshot(options, 'chromium/accounts/saved');
    expect(await checkLooks(options)).toEqual([]);
  });

  test('the first login comes back when the worker is killed while another is added', async () => {
    const { extension } = stage.chromium;
    const login = await beginAdding('Half brand', 'second-member');
    await takeScreenshot(options, 'chromium/accounts/adding');
    await extension.killWorker();
    await login.close();
    await waitFor(async () => (await readJar()).join() === first.join(), {
      what: 'the first login to be back',
      timeoutMs: 20_000,
    });
    await options.getByRole('region', { name: 'Add an account' }).waitFor();
  });

  test('it comes back wherever the worker dies: before and after every change of the browser', async () => {
    // So that no page asks, and begins another life, while one is to be dead.
    await options.goto('about:blank');
    const steps = await dieAtEveryChange(stage.chromium, async (held) => {
      // The next life puts it back by itself; only where its window is there is one waited for.
      const isThere = async () => (await readJar()).join() === first.join();
      const waits = async () => (await demand<{ adding?: object }>('account.list', {})).adding !== undefined;
      await waitFor(async () => (await isThere()) || (await waits()), { what: `a login, ${held}` });
      await demand('account.cancel', {});
      expect([held, await readJar()]).toEqual([held, first]);
      await closeLoginWindows();
    });
    console.log(`killed ${steps.join(', ')}`);
    // The login out and in again, a window opened and closed, and the journal around them.
    const writes = ['cookies.remove', 'cookies.set', 'windows.create', 'tabs.remove', 'storage.local.set'];
    const wanted = writes.flatMap((one) => [`before ${one}`, `after ${one}`]);
    expect(wanted.filter((step) => !steps.includes(step))).toEqual([]);
    expect((await demand<{ accounts: unknown[] }>('account.list', {})).accounts).toHaveLength(3);
    await options.goto(stage.chromium.extension.urlOf('options.html#accounts'));
  }, 180_000);

  test('one that is refused for a reason of its own stops nobody behind it', async () => {
    const { replica } = stage;
    replica.clearRecords();
    Object.assign(replica.faults.deeds, { only: userIdOf(1), code: -10_000 });
    const wanted = { noteId: tea.noteId, xsecToken: replica.issueToken(tea.noteId), accounts: 'all' };
    const results = await awaitResults(stage.chromium, 'feed.favorite', { ...wanted, confirmed: NAMES }, 3);
    expect(results.map(({ account, success, error }) => [account, success, error])).toEqual([
      ['Tea brand', true, undefined],
      ['Cup brand', false, 'action-forbidden'],
      ['Pot brand', true, undefined],
    ]);
    expect(replica.deeds.map(({ name, userId, code }) => [name, userId, code])).toEqual([
      ['collect', userIdOf(0), 0],
      ['collect', userIdOf(1), -10_000],
      ['collect', userIdOf(2), 0],
    ]);
  });

  test('all act on one note, one after another; the one that is limited stops nobody before it', async () => {
    const { replica, chromium } = stage;
    replica.clearRecords();
    const before = await readJar();
    Object.assign(replica.faults.deeds, { only: userIdOf(2), code: 300013 });
    replica.faults.renewsLogins = true;
    await own.bringToFront();
    const wanted = { noteId: tea.noteId, xsecToken: replica.issueToken(tea.noteId), accounts: 'all' };
    expect(await askBackground(chromium.extension.evaluate, 'feed.like', wanted)).toMatchObject({
      error: { code: 'accounts-unconfirmed' },
    });
    const results = await awaitResults(chromium, 'feed.like', { ...wanted, confirmed: NAMES }, 3);
    const like = { success: true, action: 'like', noteId: tea.noteId };
    expect(results).toEqual([
      { account: 'Tea brand', success: true, result: like, durationMs: expect.any(Number) as number },
      { account: 'Cup brand', success: true, result: like, durationMs: expect.any(Number) as number },
      {
        account: 'Pot brand',
        success: false,
        error: 'rate-limited',
        durationMs: expect.any(Number) as number,
      },
    ]);
    expect(replica.deeds.map(({ name, userId, noteId, code }) => [name, userId, noteId, code])).toEqual([
      ['like', userIdOf(0), tea.noteId, 0],
      ['like', userIdOf(1), tea.noteId, 0],
      ['like', userIdOf(2), tea.noteId, 300013],
    ]);
    expect(await readJar()).toEqual(before);
    expect(replica.decoyHits).toEqual([]);
  });

  test('leave no rule and no window behind, and the user’s own tabs logged in as before', async () => {
    const { replica, chromium } = stage;
    Object.assign(replica.faults.deeds, { only: undefined, code: undefined });
    replica.faults.renewsLogins = false;
    await waitFor(() => chromium.context.pages().filter(isSitePage).length === 1, {
      what: 'the windows under saved logins to be closed',
      timeoutMs: 20_000,
    });
    await waitFor(
      async () =>
        ((await chromium.extension.evaluate('chrome.declarativeNetRequest.getSessionRules()')) as unknown[])
          .length === 0,
      { what: 'the rules to be gone' },
    );
    await own.reload();
    await own
      .locator(`a[href*="/user/profile/${userIdOf(0)}"]`)
      .first()
      .waitFor();
    expect(await readJar()).toEqual(first);
  });

  test('are chosen in the library, confirmed one by one, and their results come as they are', async () => {
    const { replica, chromium } = stage;
    const tabs = (await chromium.extension.evaluate(
      "chrome.tabs.query({ url: 'https://www.xiaohongshu.com/*' })",
    )) as { id: number }[];
    await demand('stop-sign.dismiss', { tabId: tabs[0]?.id });
    replica.clearRecords();
    const library = await chromium.extension.openPage('library.html#act');
    const form = library.getByRole('region', { name: 'What is to be done' });
    await form.getByRole('textbox', { name: 'Note' }).fill(replica.noteUrl('tea'));
    await form.getByRole('combobox', { name: 'Action' }).selectOption('Take the like back');
    await form.getByRole('button', { name: 'Cup brand' }).click();
    await form.getByRole('button', { name: 'Tea brand' }).click();
    await takeScreenshot(library, 'chromium/accounts/choice');
    await form.getByRole('button', { name: 'Start', exact: true }).click();
    const dialog = library.getByRole('dialog');
    const go = dialog.getByRole('button', { name: 'Start with 2 accounts' });
    await dialog.getByRole('switch', { name: /Tea brand/ }).click();
    expect(await go.isDisabled()).toBe(true);
    await dialog.getByRole('switch', { name: /Cup brand/ }).click();
    await takeScreenshot(library, 'chromium/accounts/confirm');
    expect(await checkLooks(library)).toEqual([]);
    await go.click();
    await library
      .getByRole('region', { name: 'Results' })
      .getByText('Done')
      .nth(1)
      .waitFor({ timeout: 60_000 });
    await takeScreenshot(library, 'chromium/accounts/results');
    expect(replica.deeds.map(({ name, userId, code }) => [name, userId, code])).toEqual([
      ['unlike', userIdOf(0), 0],
      ['unlike', userIdOf(1), 0],
    ]);
    await library.close();
    expect(await readJar()).toEqual(first);
  });

  test('are gone for good when they are deleted: in storage, backup and pages', async () => {
    const { replica, chromium } = stage;
    await options.bringToFront();
    const line = options.getByRole('listitem').filter({ hasText: 'Cup brand' });
    await line.getByRole('button', { name: 'Set aside' }).click();
    await line.getByText('Set aside', { exact: true }).first().waitFor();
    await line.getByRole('button', { name: 'Delete' }).click();
    await options.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await line.waitFor({ state: 'detached' });
    const secrets = replica.logIn('second-member', await stage.deviceOf());
    expect(secrets.map(({ name }) => name)).toEqual(['web_session', 'id_token']);
    const kept = await readEverything(chromium, tea.noteId);
    const said = [...kept, { where: 'options', text: await options.content() }];
    expect(findSecrets(said, secrets)).toEqual([]);
    // The others are there: what was looked for is found where it lies.
    const [other] = replica.cookiesOf('third-member').filter(({ name }) => name === 'web_session');
    expect(findSecrets(said, [{ name: 'kept', value: other?.value ?? '' }])).toEqual(['kept in local']);
  });

  test('are switched off for good', async () => {
    // Other pages were opened since; one that is behind them hardly draws.
    await options.bringToFront();
    await options.getByRole('button', { name: 'Switch off…' }).click();
    await options.getByRole('button', { name: 'Delete and switch off' }).click();
    await options.getByRole('button', { name: 'I have read this, switch it on' }).waitFor();
    const [kept] = stage.replica.cookiesOf('third-member').filter(({ name }) => name === 'web_session');
    const local = JSON.stringify(await stage.chromium.extension.readStorage('local'));
    expect(local).not.toContain(kept?.value);
    expect(await readJar()).toEqual(first);
  });
});
