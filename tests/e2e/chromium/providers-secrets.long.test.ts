/** Keys, the passphrase and addresses of kept answers: everything that leaves the worker is searched for them. */
import { readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signCache } from '../../replica/providers/tikhub/envelope';
import type { ProviderName, Replica } from '../../replica/types';
import { tapContentScript, tapExtensionPage, tapWorkerConsole } from '../../support/browsers/tap-extension';
import type { Tap } from '../../support/browsers/tap-extension';
import { findSecrets } from '../../support/find-secrets';
import type { Said, Secret } from '../../support/find-secrets';
import { findSpecsDir } from '../../support/provider-specs';
import { waitFor } from '../../support/wait-for';
import type { RunSeen } from '../steps/ask-background';
import type { JobSeen } from '../steps/await-job';
import { exportInPanel } from '../steps/export-in-panel';
import { failEveryWay } from '../steps/fail-every-way';
import { findNote } from '../steps/find-note';
import { launchWithProviders } from '../steps/launch-with-providers';
import type { Stage } from '../steps/launch-with-replica';
import { OWN_SCREENS } from '../steps/own-screens';
import { prepareProviders } from '../steps/prepare-providers';
import type { ProviderCaller } from '../steps/prepare-providers';
import { readAllDownloads } from '../steps/read-all-downloads';
import { readDownload } from '../steps/read-download';
import { readPageText } from '../steps/read-page-text';
import { runMarkedJobs } from '../steps/run-marked-jobs';
import { toSaidInRequest } from '../steps/said-in-request';

const FAMILIES = ['tikhub', 'justoneapi', 'parsebot'] as const;
const HOSTS: Readonly<Record<ProviderName, string>> = {
  tikhub: 'api.tikhub.io',
  justoneapi: 'api.justoneapi.com',
  parsebot: 'api.parse.bot',
};
const DETAIL = 'app_v2/get_image_note_detail';
const PASSPHRASE = 'planted: 4711 words of nobody';

let stage: Stage;
let replica: Replica;
let caller: ProviderCaller;
let site: Page;
let panel: Page;
let extensionTap: Tap;
let contentTap: Tap;
let workerLines: readonly string[];
const said: Said[] = [];
const secrets: Secret[] = [];
const screens = [...OWN_SCREENS];

beforeAll(async () => {
  const specsDir = findSpecsDir();
  stage = await launchWithProviders(specsDir === undefined ? {} : { replica: { specsDir } });
  replica = stage.replica;
  const { chromium } = stage;
  const { extension, context } = chromium;
  context.on('console', (message) => said.push({ where: 'console of a page', text: message.text() }));
  context.on('weberror', (error) =>
    said.push({ where: 'error of a page', text: String(error.error().stack) }),
  );
  const [worker] = context.serviceWorkers();
  if (!worker) throw new Error('There is no worker to listen to.');
  workerLines = tapWorkerConsole(worker);
  extensionTap = await tapExtensionPage(await extension.openPage('options.html#about'));
  const keys = { tikhub: 'valid', justoneapi: 'valid', parsebot: 'valid' } as const;
  caller = await prepareProviders(extensionTap.evaluate, replica, keys);
  for (const family of FAMILIES) {
    secrets.push({ name: `key of ${family}`, value: replica.providerKey(family).value });
  }
  site = await chromium.newPage();
  await openNote('tea');
  panel = await extension.openSidePanel();
  contentTap = await tapContentScript(site, extension.id);
});

afterAll(() => stage.close());

async function openNote(key: string): Promise<void> {
  await site.bringToFront();
  await site.goto(replica.noteUrl(key));
  await site.locator('.parent-comment').first().waitFor();
}

const noteIdOf = (key: string) => findNote(replica, key).noteId;

async function readPage(page: Page, where: string): Promise<void> {
  said.push({ where, text: await readPageText(page) });
}

/** Keys and addresses of kept answers, the latter as the vendor signs them. */
function listSecrets(): readonly Secret[] {
  const signs = replica.providerCalls
    .filter(({ provider }) => provider === 'tikhub')
    .map(({ requestId }) => ({ name: 'sign of a kept answer', value: signCache(requestId) }));
  return [...secrets, ...signs, { name: 'path of kept answers', value: '/api/v1/cache/public/' }];
}

describe('while providers are asked, well and badly', () => {
  test('answers of every family, again from here, and again from the vendor for nothing', async () => {
    const { author } = findNote(replica, 'tea');
    await caller.enrichWell(noteIdOf('tea'));
    await caller.enrichWell(noteIdOf('tea'));
    await caller.demand('author.enrich', { authorId: { kind: 'site', value: author.userId }, agreed: true });
    await caller.demand('explore.notes', {
      wanted: { operation: 'search.notes', input: { keyword: '茶' } },
      agreed: true,
    });
    await caller.change({ cacheHours: 0 });
    const again = await caller.enrichWell(noteIdOf('tea'));
    expect(again.cached).toBe('vendor');
    await caller.change({ cacheHours: 24 });
    // What endpoints cost may be asked beside the way, at any moment.
    const reread = replica.providerCalls.filter(({ series }) => series !== 'account').at(-1);
    // The address opens the answer to anybody, so no key is sent along.
    expect([reread?.series, reread?.keyName]).toEqual(['cache', undefined]);
    for (const [index, provider] of (['justoneapi', 'parsebot'] as const).entries()) {
      await caller.change({ order: [provider] });
      const { userId } = findNote(replica, `feed-${30 + index}`).author;
      const { run } = await caller.demand<{ run: RunSeen }>('explore.author', { userId, agreed: true });
      expect(run.provider).toBe(provider);
    }
  });

  test('every way to fail', async () => {
    await caller.change({
      order: ['tikhub-app-v2', 'justoneapi', 'parsebot', 'tikhub-app', 'tikhub-web-v3'],
    });
    const answers = await failEveryWay({ replica, caller }, (turn) => noteIdOf(`feed-${turn}`));
    expect(answers.map(({ ok }) => ok)).toEqual(answers.map(() => false));
    said.push({ where: 'error', text: JSON.stringify(answers) });
    replica.providerFaults.endpoints[DETAIL] = { failures: [{ status: 429 }] };
    expect((await caller.enrichWell(noteIdOf('feed-20'))).failed).toHaveLength(1);
  });

  test('jobs: those that end well, one with a row that is no good, and one that fails', async () => {
    const readJobs = async () =>
      ((await stage.chromium.extension.readDatabase('hongshu-companion'))?.['jobs'] ?? []) as JobSeen[];
    const { jobIds, people } = await runMarkedJobs(
      { caller, readJobs },
      { noteId: noteIdOf('tea'), userId: findNote(replica, 'feed-24').author.userId },
    );
    expect(people.split('\r\n').length).toBeGreaterThan(2);
    said.push({ where: 'list of people', text: people });
    screens.push(...jobIds.map((jobId) => `library.html#jobs/${jobId}`));
  });

  test('the keys are masked for every page, the extension’s own too', async () => {
    const masks = await Promise.all(
      FAMILIES.map(async (family) => (await caller.describe(family)).maskedKey),
    );
    const ends = FAMILIES.map((family) => replica.providerKey(family).value.slice(-4));
    expect(masks).toEqual(ends.map((end) => `••••${end}`));
  });
});

describe('what leaves the worker', () => {
  test('messages to pages, the extension’s own and the site’s', async () => {
    await openNote('video');
    contentTap = await tapContentScript(site, stage.chromium.extension.id);
    await caller.enrichWell(noteIdOf('feed-21'));
    // The page is asked what it shows, and tells it.
    const tabs = 'chrome.tabs.query({ url: "https://www.xiaohongshu.com/*" }).then(([tab]) => tab.id)';
    await caller.demand('page.find', { tabId: await extensionTap.evaluate(tabs) });
    await caller.demand('problem.list', {});
    const heard = await extensionTap.read();
    expect(heard.some((text) => text.includes('ledger.changed'))).toBe(true);
    expect(heard.some((text) => text.includes('••••'))).toBe(true);
    said.push(...heard.map((text) => ({ where: 'message to a page of the extension', text })));
    const told = await contentTap.read();
    expect(told.length).toBeGreaterThan(0);
    said.push(...told.map((text) => ({ where: 'message to a page of the site', text })));
    expect(findSecrets(said, listSecrets())).toEqual([]);
  });

  test('storage that a page of the site could read: none of the extension’s', async () => {
    for (const area of ['local', 'session']) {
      const reading = contentTap.evaluate(`chrome.storage.${area}.get(null).then(JSON.stringify)`);
      await expect(reading).rejects.toThrow(/not allowed/i);
    }
    expect(await contentTap.evaluate(`chrome.storage.sync?.get(null).then(JSON.stringify)`)).toMatch(
      /^\{\}$|^$/,
    );
  });

  test('databases: keys are in none, and addresses of kept answers with the answers alone', async () => {
    const { responses, ...stores } = (await stage.chromium.extension.readDatabase('hongshu-companion')) ?? {};
    expect(Object.keys(stores)).toContain('ledger');
    said.push({ where: 'database', text: JSON.stringify(stores) });
    const kept = JSON.stringify(responses);
    // That it is found where it does belong shows that it would be found elsewhere.
    expect(findSecrets([{ where: 'answers', text: kept }], listSecrets())).toContain(
      'sign of a kept answer in answers',
    );
    expect(findSecrets([{ where: 'answers', text: kept }], secrets)).toEqual([]);
    expect(findSecrets(said, listSecrets())).toEqual([]);
  });

  test('exports', async () => {
    await openNote('tea');
    await panel.getByRole('radio', { name: 'Comments' }).check({ force: true });
    const { downloadDir, extension } = stage.chromium;
    await exportInPanel(panel, downloadDir);
    const library = await extension.openPage('library.html#costs');
    for (const format of ['CSV', 'JSON']) {
      const before = readdirSync(downloadDir);
      await library.getByRole('button', { name: `Export ${format}` }).click();
      await readDownload(downloadDir, `.${format.toLowerCase()}`, before);
    }
    await library.close();
    const options = await extension.openPage('options.html#stored');
    await options.getByRole('button', { name: 'Save a backup' }).click();
    await options.getByText('Backup saved:').waitFor();
    await options.close();
    const files = readAllDownloads(downloadDir);
    // Comments with their report, the ledger in two forms, and everything that is stored.
    expect(files.map(({ where }) => /\.[a-z.]+$/.exec(where)?.[0]).sort()).toEqual(
      ['.csv', '.csv', '.json', '.jsonl.gz', '.report.json'].sort(),
    );
    said.push(...files);
    expect(findSecrets(said, listSecrets())).toEqual([]);
  });

  test('diagnostics', async () => {
    await extensionTap.evaluate(
      `navigator.clipboard.writeText = (text) => { globalThis.copiedText = text; return Promise.resolve(); }`,
    );
    const copy = 'Copy diagnostics';
    await extensionTap.evaluate(
      `[...document.querySelectorAll('button')].find((one) => one.textContent.includes(${JSON.stringify(copy)})).click()`,
    );
    const text = await waitFor(() => extensionTap.evaluate('globalThis.copiedText'), {
      what: 'the diagnostics',
    });
    expect(text).toContain('Hongshu Companion');
    said.push({ where: 'diagnostics', text: String(text) });
    expect(findSecrets(said, listSecrets())).toEqual([]);
  });

  test('what pages show, and their addresses', async () => {
    const { extension } = stage.chromium;
    await readPage(site, 'page of the site');
    await readPage(panel, 'side panel');
    const popup = await extension.openPopup();
    await popup.getByRole('heading').first().waitFor();
    await readPage(popup, 'popup');
    for (const path of screens) {
      const page = await extension.openPage(path);
      await page.locator('main h2').first().waitFor();
      await readPage(page, path);
      await page.close();
    }
    expect(findSecrets(said, listSecrets())).toEqual([]);
  });

  test('the consoles', () => {
    said.push(...workerLines.map((text) => ({ where: 'console of the worker', text })));
    expect(findSecrets(said, listSecrets())).toEqual([]);
  });

  test('requests: a key goes to the vendor whose it is, an address of a kept answer to its own host', () => {
    for (const family of FAMILIES) {
      const key = secrets.filter(({ name }) => name.endsWith(family));
      const others = replica.requests.filter(({ host }) => host !== HOSTS[family]).map(toSaidInRequest);
      expect(others.length).toBeGreaterThan(10);
      expect(findSecrets(others, key)).toEqual([]);
    }
    const signs = listSecrets().filter(({ name }) => name.startsWith('sign'));
    const elsewhere = replica.requests.filter(({ host }) => host !== 'cache.tikhub.io').map(toSaidInRequest);
    expect(findSecrets(elsewhere, signs)).toEqual([]);
    const justone = replica.requests.filter(({ host }) => host === HOSTS.justoneapi).map(toSaidInRequest);
    // The vendor that takes its key in the address: what is searched for is found there.
    expect(findSecrets(justone, secrets)).toEqual([`key of justoneapi in request to ${HOSTS.justoneapi}`]);
  });
});

test('a passphrase seals them: no area holds it, nor a key that can be read', async () => {
  const { extension } = stage.chromium;
  const readAreas = async () =>
    JSON.stringify([await extension.readStorage('local'), await extension.readStorage('session')]);
  const readable = findSecrets([{ where: 'areas', text: await readAreas() }], secrets);
  expect(readable).toEqual(FAMILIES.map((family) => `key of ${family} in areas`));
  await caller.demand('vault.seal', { passphrase: PASSPHRASE });
  await caller.demand('vault.lock', {});
  expect(await caller.enrich(noteIdOf('feed-22'))).toMatchObject({ error: { code: 'vault-locked' } });
  expect(await caller.call('vault.unlock', { passphrase: `${PASSPHRASE}, not` })).toMatchObject({
    error: { code: 'passphrase-wrong' },
  });
  await caller.demand('vault.unlock', { passphrase: PASSPHRASE });
  expect((await caller.enrichWell(noteIdOf('feed-22'))).billedCalls).toBe(1);
  const all = [...secrets, { name: 'passphrase', value: PASSPHRASE }];
  expect(findSecrets([{ where: 'areas', text: await readAreas() }], all)).toEqual([]);
  const heard = (await extensionTap.read()).map((text) => ({ where: 'message', text }));
  expect(findSecrets(heard, [...listSecrets(), ...all])).toEqual([]);
});

test('every request that was made is one that the vendors’ documents allow', () => {
  expect(replica.specViolations).toEqual([]);
});
