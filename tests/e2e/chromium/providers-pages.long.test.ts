/** What the user is told in options and library when providers fail, are out of money, or the budget is used up. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { repeat } from '../../replica/providers/faults';
import type { Replica } from '../../replica/types';
import { PROLIFIC_PLANS } from '../../replica/world/paging-plans';
import { watchConsole } from '../../support/browsers/page-console';
import type { PageConsole } from '../../support/browsers/page-console';
import { findSpecsDir } from '../../support/provider-specs';
import { takeScreenshot } from '../../support/screenshots';
import { answerWelcome } from '../steps/answer-welcome';
import { checkLooks } from '../steps/check-looks';
import { launchWithProviders } from '../steps/launch-with-providers';
import type { Stage } from '../steps/launch-with-replica';
import { createProviderCaller } from '../steps/prepare-providers';
import type { ProviderCaller } from '../steps/prepare-providers';
import { saveProviderKey } from '../steps/save-provider-key';
import { waitForRest } from '../steps/wait-for-rest';

const FOLDER = 'chromium/providers-pages';
const SEARCH = 'app_v2/search_notes';

let stage: Stage;
let replica: Replica;
let library: Page;
let options: Page;
let caller: ProviderCaller;
const consoles: PageConsole[] = [];

beforeAll(async () => {
  const specsDir = findSpecsDir();
  stage = await launchWithProviders({
    replica: { notes: PROLIFIC_PLANS, ...(specsDir === undefined ? {} : { specsDir }) },
  });
  replica = stage.replica;
  const { extension } = stage.chromium;
  await answerWelcome(extension);
  for (const family of ['tikhub', 'justoneapi'] as const) {
    await saveProviderKey(extension, family, replica.providerKey(family).value);
  }
  caller = createProviderCaller(extension.evaluate);
  options = await extension.openPage('options.html#providers');
  library = await extension.openPage('library.html');
  for (const page of [options, library]) {
    page.setDefaultTimeout(20_000);
    consoles.push(watchConsole(page));
  }
});

beforeEach(() => {
  delete replica.providerFaults.endpoints[SEARCH];
  replica.clearRecords();
});

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') {
    await takeScreenshot(library, `${FOLDER}/failed-library`);
    await takeScreenshot(options, `${FOLDER}/failed-options`);
  }
});

afterAll(() => stage.close());

const calls = () => replica.providerCalls.filter(({ series }) => series !== 'account');
const endpoints = () => calls().map(({ endpoint }) => endpoint);
const rows = () => library.locator('.found-card').count();

async function search(keyword: string): Promise<void> {
  await library.bringToFront();
  const field = library.getByRole('searchbox', { name: 'Keyword' });
  const cost = library.locator('#query-cost', { hasText: 'is asked first' });
  await field.fill('');
  await cost.waitFor({ state: 'detached' });
  await field.fill(keyword);
  // Who presses before the cost is there has not agreed to a price that nobody knows.
  await cost.waitFor();
  await library.getByRole('button', { name: 'Search', exact: true }).click();
}

async function show(page: Page, name: string): Promise<void> {
  await page.bringToFront();
  await waitForRest(page);
  await takeScreenshot(page, `${FOLDER}/${name}`);
  expect(await checkLooks(page)).toEqual([]);
}

test('a series is down: the next one answers, and its attempts stand under the list', async () => {
  replica.providerFaults.endpoints[SEARCH] = { failures: repeat(9, { status: 502, form: 'html' }) };
  await search('茶');
  const sources = library.getByRole('group', { name: 'Sources and cost' });
  await sources.getByText('TikHub App', { exact: true }).first().waitFor();
  await sources.getByText('3 attempts failed').click();
  const attempts = library.getByRole('list', { name: 'Attempts that failed' });
  expect(await attempts.getByText('TikHub App V2').count()).toBe(3);
  expect(await attempts.getByText('not charged', { exact: false }).count()).toBe(3);
  await show(library, 'attempts');
  expect(endpoints()).toEqual([SEARCH, SEARCH, SEARCH, 'app/search_notes']);
  expect(calls().filter(({ billed }) => billed)).toHaveLength(1);
});

test('the balance is gone: both say so, and are asked again when there is money', async () => {
  const keys = [replica.providerKey('tikhub'), replica.providerKey('justoneapi')];
  const before = keys.map(({ balance, freeCredit }) => ({ balance, freeCredit }));
  keys.forEach((key) => Object.assign(key, { balance: 0, freeCredit: 0 }));
  await search('阳台');
  await library.getByText('Nobody gave an answer').waitFor();
  const attempts = library.getByRole('list', { name: 'Attempts that failed' });
  await attempts.getByText('The balance is used up').nth(1).waitFor();
  await show(library, 'balance-gone');
  expect(calls().map(({ provider, status, code }) => [provider, code ?? status])).toEqual([
    ['tikhub', 402],
    ['justoneapi', 601],
  ]);
  await options.bringToFront();
  for (const label of ['TikHub', 'JustOneAPI']) {
    const card = options.getByRole('region', { name: label, exact: true });
    await card.getByText(`${label} is not asked for now`).waitFor();
    await card.getByText('The balance is used up').first().waitFor();
  }
  await show(options, 'balance-gone-options');
  keys.forEach((key, index) => Object.assign(key, before[index]));
  const tikhub = options.getByRole('region', { name: 'TikHub', exact: true });
  await tikhub.getByRole('button', { name: 'Test', exact: true }).click();
  await options.getByText('TikHub works.').waitFor();
  await tikhub.getByText('TikHub is not asked for now').waitFor({ state: 'detached' });
  replica.clearRecords();
  await library.bringToFront();
  await library.getByRole('button', { name: 'Try again' }).click();
  await library.locator('.found-card').first().waitFor();
  expect(endpoints()).toEqual([SEARCH]);
});

describe('the budget is used up in the middle of a list', () => {
  test('what came stays; raised in place, the list goes on', async () => {
    const { spentToday } = await caller.describe('tikhub');
    await caller.change({ dailyBudget: { USD: Math.round(((spentToday['USD'] ?? 0) + 0.025) * 1e6) / 1e6 } });
    const more = library.getByRole('button', { name: 'One more page' });
    await search('连载');
    await more.waitFor();
    await library.locator('.found-cover img:not(.remote-waiting)').first().waitFor();
    const first = await rows();
    await more.click();
    await expect.poll(rows).toBeGreaterThan(first);
    const second = await rows();
    await more.click();
    await library.getByText('The budget is used up').waitFor();
    expect(await rows()).toBe(second);
    await show(library, 'budget');
    expect(replica.billedCalls('tikhub').count).toBe(2);
    await library.getByRole('textbox', { name: 'Limit per day (USD)' }).fill('5');
    await library.getByRole('button', { name: 'Raise and go on' }).click();
    await expect.poll(rows).toBeGreaterThan(second);
    await library.getByText('The budget is used up').waitFor({ state: 'detached' });
    expect(endpoints()).toEqual([SEARCH, SEARCH, SEARCH]);
    expect(replica.billedCalls('tikhub').count).toBe(3);
  });
});

test('neither page said anything bad to its console, and every request is one that the documents allow', () => {
  expect(consoles.flatMap(({ errors }) => errors)).toEqual([]);
  expect(replica.specViolations).toEqual([]);
});
