/** What must be right whatever becomes of the worker, and whoever asks at the same time: calls, limits, ledger. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ProviderCall, Replica } from '../../replica/types';
import { findSpecsDir } from '../../support/provider-specs';
import { waitFor } from '../../support/wait-for';
import { findNote } from '../steps/find-note';
import { launchWithProviders } from '../steps/launch-with-providers';
import type { Stage } from '../steps/launch-with-replica';
import { createProviderCaller, prepareProviders } from '../steps/prepare-providers';
import type { ProviderCaller } from '../steps/prepare-providers';
import { compareCalls, compareLedgerRows, readLedgerRows } from '../steps/read-ledger-rows';

const DETAIL = 'app_v2/get_image_note_detail';
/** Calls a second that TikHub allows (OpenAPI V5.3.2, 2026-03). */
const PACE = 10;

let stage: Stage;
let replica: Replica;
let caller: ProviderCaller;
/** Two windows, each with a page of the extension. */
let panels: readonly [Page, Page];
/** All calls of the file; the log is emptied between tests. */
const calls: ProviderCall[] = [];

const noteIdOf = (key: string) => findNote(replica, key).noteId;
const readRows = () => readLedgerRows(stage.chromium.extension.evaluate);

beforeAll(async () => {
  const specsDir = findSpecsDir();
  stage = await launchWithProviders(specsDir === undefined ? {} : { replica: { specsDir } });
  replica = stage.replica;
  const { extension } = stage.chromium;
  caller = await prepareProviders(extension.evaluate, replica, { tikhub: 'valid' });
  // A price of one's own is not looked up: the vendor's log holds the calls alone that are counted here.
  await caller.change({ enteredPrices: { tikhub: { currency: 'USD', amount: 0.01 } } });
  panels = [await openWindow(), await openWindow()];
});

beforeEach(() => {
  delete replica.providerFaults.endpoints[DETAIL];
});

afterEach(() => {
  calls.push(...replica.providerCalls);
  replica.clearRecords();
});

afterAll(() => stage.close());

async function openWindow(): Promise<Page> {
  const { context, extension } = stage.chromium;
  const url = extension.urlOf('sidepanel.html');
  const opened = context.waitForEvent('page');
  await extension.evaluate(`chrome.windows.create({ url: ${JSON.stringify(url)} }).then(() => undefined)`);
  const page = await opened;
  await page.waitForURL(url);
  return page;
}

describe('two panels in two windows', () => {
  test('that ask the same at once make one call; a second look makes none', async () => {
    const noteId = noteIdOf('tea');
    replica.providerFaults.endpoints[DETAIL] = { latencyMs: 1_500 };
    const ask = () =>
      Promise.all(
        panels.map((panel) =>
          createProviderCaller((expression) => panel.evaluate<unknown>(expression)).enrichWell(noteId),
        ),
      );
    const first = await ask();
    expect(replica.providerCalls.map(({ endpoint }) => endpoint)).toEqual([DETAIL]);
    expect(replica.billedCalls()).toEqual({ count: 1, price: 0.01 });
    expect(first.map(({ provider }) => provider)).toEqual(['tikhub-app-v2', 'tikhub-app-v2']);
    // What it cost is told once: of two reports that are added up, none is counted twice.
    expect(first.map(({ billedCalls }) => billedCalls).sort()).toEqual([0, 1]);

    const second = await ask();
    expect(second.map(({ cached, billedCalls }) => [cached, billedCalls])).toEqual([
      ['own', 0],
      ['own', 0],
    ]);
    expect(replica.billedCalls().count).toBe(1);
  });
});

describe('a worker that is killed in the middle', () => {
  /** Asks and kills the worker when the vendor has the call and has not answered it. */
  async function killInTheMiddle(noteId: string): Promise<void> {
    replica.providerFaults.endpoints[DETAIL] = { latencyMs: 2_000 };
    const before = replica.providerCalls.length;
    const given = caller.enrich(noteId).catch(() => undefined);
    await waitFor(() => replica.providerCalls.length > before, { what: 'the call to arrive' });
    await stage.chromium.extension.killWorker();
    // Nobody is left to answer the page that asked.
    expect(await given).toBeFalsy();
    await waitFor(() => replica.providerCalls.every(({ status }) => status !== 0), {
      what: 'the vendor to be done with it',
    });
    delete replica.providerFaults.endpoints[DETAIL];
  }

  test('has written down what was paid for: the ledger says what the vendor says', async () => {
    const noteId = noteIdOf('video');
    await killInTheMiddle(noteId);
    const last = (await readRows()).at(-1);
    expect(last).toMatchObject({ outcome: 'cancelled', reason: 'unanswered', billed: true });
    expect(compareLedgerRows((await readRows()).slice(-1))).toEqual(compareCalls(replica.providerCalls));
    // Asked again it is answered, by one more call: what was not heard cannot be known.
    expect((await caller.enrichWell(noteId)).billedCalls).toBe(1);
    expect(replica.billedCalls()).toEqual({ count: 2, price: 0.02 });
    expect(compareLedgerRows((await readRows()).slice(-2))).toEqual(compareCalls(replica.providerCalls));
    const rows = await readRows();
    expect(rows.at(-1)?.requestId).toBe(replica.providerCalls.at(-1)?.requestId);
  });

  test('has spent of the day’s budget what it has sent', async () => {
    const spent = (await caller.describe('tikhub')).spentToday['USD'] ?? 0;
    await caller.change({ dailyBudget: { USD: Math.round((spent + 0.02) * 1e6) / 1e6 } });
    await killInTheMiddle(noteIdOf('feed-1'));
    expect((await caller.describe('tikhub')).spentToday['USD']).toBeCloseTo(spent + 0.01, 6);
    expect((await caller.enrichWell(noteIdOf('feed-2'))).billedCalls).toBe(1);
    const refused = await caller.enrich(noteIdOf('feed-3'));
    expect(refused.error).toMatchObject({
      code: 'budget-reached',
      details: { scope: 'day', currency: 'USD' },
    });
    expect(replica.billedCalls().count).toBe(2);
    await caller.change({ dailyBudget: { USD: 5 } });
    expect((await caller.enrichWell(noteIdOf('feed-3'))).billedCalls).toBe(1);
  });

  test('holds the pace: the next worker goes on where it stopped', async () => {
    replica.providerFaults.endpoints[DETAIL] = { latencyMs: 300 };
    const ask = (from: number) =>
      Array.from({ length: PACE }, (_, index) => caller.enrich(noteIdOf(`feed-${from + index}`)));
    const lost = ask(11).map((answer) => answer.catch(() => undefined));
    await waitFor(() => replica.providerCalls.length === PACE, { what: 'the first calls to arrive' });
    await stage.chromium.extension.killWorker();
    await Promise.all(lost);
    const answers = await Promise.all(ask(21));
    expect(answers.map(({ ok }) => ok)).toEqual(Array.from({ length: PACE }, () => true));
    const times = replica.providerCalls.map(({ at }) => at).sort((a, b) => a - b);
    expect(times).toHaveLength(2 * PACE);
    // A fifth of a second is left to the line: when a call was sent, only the sender knows.
    for (let index = PACE; index < times.length; index += 1) {
      expect((times[index] ?? NaN) - (times[index - PACE] ?? NaN)).toBeGreaterThan(800);
    }
    expect(replica.providerCalls.filter(({ status }) => status === 429)).toEqual([]);
  });
});

test('all lines of the ledger are calls of the vendor’s log, and the other way round', async () => {
  const rows = await readRows();
  expect(rows.length).toBeGreaterThan(15);
  expect(compareLedgerRows(rows)).toEqual(compareCalls(calls));
  expect(replica.specViolations).toEqual([]);
});
