/** Tabs under a saved login in a real browser: what an update takes, a login that the site renews, one that it has ended. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WorldNote } from '../../replica/world/types';
import { waitFor } from '../../support/wait-for';
import { agreeToAll } from '../steps/agree-to-all';
import { demandOfBackground } from '../steps/ask-background';
import { findNote } from '../steps/find-note';
import { launchWithProviders } from '../steps/launch-with-providers';
import type { Stage } from '../steps/launch-with-replica';
import { readSiteCookies } from '../steps/read-site-cookies';

let stage: Stage;
let tea: WorldNote;
let own: Page;
let options: Page;
let jar: readonly string[];

/** The member's login is saved as “Cup brand”; afterwards somebody else is logged in in the browser, on the same device. */
beforeAll(async () => {
  stage = await launchWithProviders({ chromium: { realVisibility: true, session: 'member' } });
  const { replica, chromium } = stage;
  await agreeToAll(chromium.extension);
  await demand('settings.change', { patch: { loading: { minPauseMs: 50, maxPauseMs: 120, maxSteps: 400 } } });
  tea = findNote(replica, 'tea');
  own = await chromium.newPage();
  await openNote();
  options = await chromium.extension.openPage('options.html#accounts');
  await options.getByRole('button', { name: 'I have read this, switch it on' }).click();
  const card = options.getByRole('region', { name: 'The login in this browser' });
  await card.getByRole('textbox').fill('Cup brand');
  await options.getByRole('button', { name: 'Save this login' }).click();
  await options.getByRole('listitem').filter({ hasText: 'Cup brand' }).waitFor();
  const cookies = await chromium.context.cookies('https://www.xiaohongshu.com/');
  const device = cookies.find(({ name }) => name === 'a1')?.value ?? '';
  await chromium.context.addCookies([...replica.logIn('second-member', device)]);
  await openNote();
  jar = await readSiteCookies(chromium);
});

afterAll(() => stage?.close());

const demand = <Value>(name: string, input: object) =>
  demandOfBackground<Value>(stage.chromium.extension.evaluate, name, input);

async function openNote(): Promise<void> {
  await own.bringToFront();
  await own.goto(stage.replica.noteUrl('tea'));
  await own.locator('.comment-item').first().waitFor();
}

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
