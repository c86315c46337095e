/**
 * Answers that take longer than a worker lives by itself, in a browser whose worker nobody is attached to: a driver would
 * keep it alive.
 */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startReplica } from '../../replica/start';
import type { ProviderCall, Replica } from '../../replica/types';
import { launchUndriven } from '../../support/browsers/undriven-chromium';
import type { UndrivenChromium, UndrivenPage } from '../../support/browsers/undriven-chromium';
import { buildExtension } from '../../support/built-extension';
import { readDatabase } from '../../support/extension-storage';
import { findSpecsDir } from '../../support/provider-specs';
import { waitFor } from '../../support/wait-for';
import { withProviderAccess } from '../../support/with-provider-access';
import type { RunSeen } from '../steps/ask-background';
import { findNote } from '../steps/find-note';
import { createProviderCaller, prepareProviders } from '../steps/prepare-providers';
import { compareCalls, compareLedgerRows, readLedgerRows } from '../steps/read-ledger-rows';

const DETAIL = 'app_v2/get_image_note_detail';
const PROFILE = 'app_v2/get_user_info';
/** Longer than a worker lives when nothing holds it (30 s: measured, Chromium 156); the vendor names 30 to 60 s. */
const SLOW_MS = 45_000;
const SLOWEST_MS = 70_000;

let replica: Replica;
let access: ReturnType<typeof withProviderAccess>;
let chromium: UndrivenChromium;
/** Looks into the database; it asks the worker for nothing, so it keeps nothing alive. */
let quiet: UndrivenPage;

const noteIdOf = (key: string) => findNote(replica, key).noteId;
const authorOf = (key: string) => ({ kind: 'site', value: findNote(replica, key).author.userId });

beforeAll(async () => {
  access = withProviderAccess(await buildExtension('chrome'));
  const specsDir = findSpecsDir();
  replica = await startReplica(specsDir === undefined ? {} : { specsDir });
  chromium = await launchUndriven({ replica, extensionDir: access.dir });
  quiet = await chromium.openPage('manifest.json');
  const { change } = await prepareProviders(quiet.evaluate, replica, { tikhub: 'valid' });
  // What a profile costs is not published, and the ledger is compared in money too; what is entered is not looked up.
  await change({
    enteredPrices: {
      [`/api/v1/xiaohongshu/${PROFILE}`]: { currency: 'USD', amount: 0.001 },
      [`/api/v1/xiaohongshu/${DETAIL}`]: { currency: 'USD', amount: 0.01 },
    },
  });
  replica.providerFaults.endpoints[DETAIL] = { latencyMs: SLOW_MS };
  replica.providerFaults.endpoints[PROFILE] = { latencyMs: SLOWEST_MS };
});

const seen: ProviderCall[] = [];
afterEach(() => {
  seen.push(...replica.providerCalls);
  replica.clearRecords();
});

afterAll(async () => {
  await chromium.close();
  await replica.close();
  access.remove();
});

interface Stored {
  readonly noteId?: string;
  readonly id?: { readonly value: string };
  readonly observed: Readonly<Record<string, { readonly source: string }>>;
}

async function readStored(store: 'notes' | 'authors'): Promise<readonly Stored[]> {
  const stores = await readDatabase(quiet.evaluate, 'hongshu-companion');
  return (stores?.[store] ?? []) as readonly Stored[];
}

async function countAnswered(): Promise<number> {
  return (await readLedgerRows(quiet.evaluate)).filter(({ outcome }) => outcome === 'ok').length;
}

describe('answers that take 45 and 70 seconds', () => {
  test('arrive though the page that asked is closed, and are billed once', { timeout: 180_000 }, async () => {
    const asker = await chromium.openPage('manifest.json');
    const ask = (name: string, input: object) => {
      const call = JSON.stringify({ to: 'background', name, input });
      return asker.evaluate(`void chrome.runtime.sendMessage(${call})`);
    };
    await ask('note.enrich', { noteId: noteIdOf('tea'), agreed: true });
    await ask('author.enrich', { authorId: authorOf('tea'), agreed: true });
    await waitFor(() => replica.providerCalls.length === 2, { what: 'both to be asked' });
    await asker.close();
    const answered = { what: 'both to be written down', timeoutMs: SLOWEST_MS + 20_000, everyMs: 1_000 };
    await waitFor(async () => (await countAnswered()) === 2, answered);
    const note = (await readStored('notes')).find(({ noteId }) => noteId === noteIdOf('tea'));
    const author = (await readStored('authors')).find(({ id }) => id?.value === authorOf('tea').value);
    expect(note?.observed['counts.likes']).toMatchObject({ source: 'tikhub-app-v2' });
    expect(author?.observed['counts.fans']).toMatchObject({ source: 'tikhub-app-v2' });
    expect(replica.providerCalls.map(({ endpoint }) => endpoint).sort()).toEqual([DETAIL, PROFILE]);
    expect(replica.billedCalls()).toEqual({ count: 2, price: 0.011 });
  });

  test('are given to the page that waits for them, and are billed once', { timeout: 180_000 }, async () => {
    const asker = await chromium.openPage('manifest.json');
    const caller = createProviderCaller(asker.evaluate);
    const askedAt = Date.now();
    const [note, author] = await Promise.all([
      caller.enrichWell(noteIdOf('video')),
      caller.demand<{ runs: RunSeen[] }>('author.enrich', { authorId: authorOf('video'), agreed: true }),
    ]);
    expect(Date.now() - askedAt).toBeGreaterThanOrEqual(SLOWEST_MS);
    expect([note.provider, note.billedCalls, note.failed]).toEqual(['tikhub-app-v2', 1, []]);
    expect(author.runs).toMatchObject([{ provider: 'tikhub-app-v2', billedCalls: 1, failed: [] }]);
    expect(replica.billedCalls()).toEqual({ count: 2, price: 0.011 });
    await asker.close();
  });
});

test('the worker ends by itself once nothing is under way', { timeout: 120_000 }, async () => {
  const gone = { what: 'the worker to end by itself', timeoutMs: 90_000, everyMs: 500 };
  await waitFor(async () => !(await chromium.isWorkerRunning()), gone);
});

test('what was written down is what the vendor knows, and every request was allowed', async () => {
  const rows = await readLedgerRows(quiet.evaluate);
  expect(rows).toHaveLength(4);
  expect(compareLedgerRows(rows)).toEqual(compareCalls(seen));
  expect(replica.specViolations).toEqual([]);
});
