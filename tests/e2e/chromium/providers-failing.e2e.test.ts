/** Providers that fail, refuse or want to be left alone: who is asked next, what is paid, and what the user is told. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { repeat } from '../../replica/providers/faults';
import type { ProviderFault, ProviderName, Replica } from '../../replica/types';
import { PROLIFIC_PLANS } from '../../replica/world/paging-plans';
import { findSpecsDir } from '../../support/provider-specs';
import { findNote } from '../steps/find-note';
import { launchWithProviders } from '../steps/launch-with-providers';
import type { Stage } from '../steps/launch-with-replica';
import { prepareProviders } from '../steps/prepare-providers';
import type { ProviderCaller } from '../steps/prepare-providers';

/** Which door is asked for a note of which nothing is known yet, series by series. */
const APP_V2 = 'app_v2/get_image_note_detail';
const APP = 'app/get_note_info';
const JUSTONE = 'get-note-detail/v1';
const PARSEBOT = 'get_note_detail';

let stage: Stage;
let replica: Replica;
let caller: ProviderCaller;
/** Each test asks for notes that nobody has asked for yet: an answer is kept for a day. */
let lastNote = 0;

beforeAll(async () => {
  const specsDir = findSpecsDir();
  stage = await launchWithProviders({
    replica: { notes: PROLIFIC_PLANS, ...(specsDir === undefined ? {} : { specsDir }) },
  });
  replica = stage.replica;
  caller = await prepareProviders(stage.chromium.extension.evaluate, replica, {
    tikhub: 'valid',
    justoneapi: 'valid',
    parsebot: 'valid',
  });
  // A price that is known nowhere would be asked of the user first; here it is not what is looked at.
  await caller.change({ enteredPrices: { justoneapi: { currency: 'USD', amount: 0.01 } } });
});

beforeEach(async () => {
  for (const name of Object.keys(replica.providerFaults.endpoints))
    delete replica.providerFaults.endpoints[name];
  for (const family of ['tikhub', 'justoneapi', 'parsebot'] as const) {
    await caller.demand('provider.retry', { family });
  }
  replica.clearRecords();
});

afterAll(() => stage.close());

const nextNoteId = () => findNote(replica, `feed-${(lastNote += 1)}`).noteId;
/** Calls about notes and people: after a test of its key TikHub is asked for its prices, aside and for nothing. */
const calls = () => replica.providerCalls.filter(({ series }) => series !== 'account');
const endpoints = () => calls().map(({ endpoint }) => endpoint);
const billedEndpoints = () => calls().flatMap(({ billed, endpoint }) => (billed ? [endpoint] : []));

function fault(endpoint: string, faults: Partial<ProviderFault>): void {
  replica.providerFaults.endpoints[endpoint] = faults;
}

describe('a series that is down', () => {
  test('App V2 fails: App answers, and the attempts are told', async () => {
    fault(APP_V2, { failures: repeat(9, { status: 502, form: 'html' }) });
    const run = await caller.enrichWell(nextNoteId());
    expect(run.provider).toBe('tikhub-app');
    expect(run.failed.map(({ provider, kind, status, billed }) => [provider, kind, status, billed])).toEqual([
      ['tikhub-app-v2', 'server', 502, false],
      ['tikhub-app-v2', 'server', 502, false],
      ['tikhub-app-v2', 'server', 502, false],
    ]);
    expect(endpoints()).toEqual([APP_V2, APP_V2, APP_V2, APP]);
    expect(billedEndpoints()).toEqual([APP]);
  });

  test('nobody answers: an error with every attempt in the ledger, and the next time it is asked again', async () => {
    for (const family of ['tikhub', 'justoneapi', 'parsebot'] as const) {
      replica.providerFaults[family].body = 'html';
    }
    const noteId = nextNoteId();
    const answer = await caller.enrich(noteId);
    for (const family of ['tikhub', 'justoneapi', 'parsebot'] as const) {
      replica.providerFaults[family].body = 'normal';
    }
    expect(answer).toMatchObject({ ok: false, error: { code: 'providers-failed' } });
    // An answer that was charged for and could not be read is asked of one further family and of no third.
    expect(endpoints()).toEqual([APP_V2, JUSTONE]);
    expect(answer.error?.details).toMatchObject({ attempts: 2 });
    replica.clearRecords();
    expect((await caller.enrichWell(noteId)).provider).toBe('tikhub-app-v2');
    expect(billedEndpoints()).toEqual([APP_V2]);
  });
});

describe('a balance that is gone', () => {
  const setBalance = (family: ProviderName, balance: number) => {
    const key = replica.providerKey(family);
    const before = { balance: key.balance, freeCredit: key.freeCredit };
    Object.assign(key, { balance, freeCredit: 0 });
    return () => Object.assign(key, before);
  };

  test('402 of TikHub, 601 of JustOneAPI: that key is out, says so, and the rest goes on', async () => {
    const noteId = nextNoteId();
    // Parse.bot opens a note by its token, which a page of the site has shown.
    const page = await stage.chromium.newPage();
    await page.goto(replica.noteUrl(noteId));
    await page.locator('.note-scroller').waitFor();
    await expect.poll(async () => JSON.stringify(await readNote(noteId))).toContain('xsecToken');
    const restore = [setBalance('tikhub', 0), setBalance('justoneapi', 0)];
    const run = await caller.enrichWell(noteId);
    expect(run.provider).toBe('parsebot');
    expect(run.failed.map(({ provider, kind, billed }) => [provider, kind, billed])).toEqual([
      ['tikhub-app-v2', 'balance', false],
      ['justoneapi', 'balance', false],
    ]);
    // The key is what is out, so no other series of TikHub is asked with it.
    expect(endpoints()).toEqual([expect.stringMatching(/^app_v2\//), JUSTONE, PARSEBOT]);
    for (const [family, status] of [
      ['tikhub', 402],
      ['justoneapi', 601],
    ] as const) {
      const state = await caller.describe(family);
      expect([state.state, state.out?.failure.kind, state.out?.failure.status]).toEqual([
        'out',
        'balance',
        status,
      ]);
    }
    expect((await caller.describe('parsebot')).state).toBe('ready');
    await askOfTheRest();
    await mend(restore);
  });

  /** Neither is asked again while it is out: nobody else searches notes. */
  async function askOfTheRest(): Promise<void> {
    replica.clearRecords();
    const { author } = findNote(replica, 'tea');
    const profile = { authorId: { kind: 'site', value: author.userId }, agreed: true };
    const { runs } = await caller.demand<{ runs: { provider: string }[] }>('author.enrich', profile);
    expect(runs.map(({ provider }) => provider)).toEqual(['parsebot']);
    const wanted = { operation: 'search.notes', input: { keyword: '茶' } };
    expect(await caller.call('explore.notes', { wanted, agreed: true })).toMatchObject({
      error: { code: 'no-provider', details: { gap: 'out' } },
    });
    expect(endpoints()).toEqual(['get_user_profile']);
  }

  /** Money comes in: a free look at TikHub's account puts its key back, for JustOneAPI the user says so. */
  async function mend(restore: readonly (() => void)[]): Promise<void> {
    restore.forEach((one) => one());
    await caller.demand('credential.test', { family: 'tikhub', agreed: false });
    await caller.demand('provider.retry', { family: 'justoneapi' });
    for (const family of ['tikhub', 'justoneapi'] as const) {
      expect(await caller.describe(family)).toMatchObject({ state: 'ready' });
    }
    expect((await caller.enrichWell(nextNoteId())).provider).toBe('tikhub-app-v2');
  }
});

async function readNote(noteId: string): Promise<unknown> {
  const stores = await stage.chromium.extension.readDatabase('hongshu-companion');
  return (stores?.['notes'] ?? []).find((one) => (one as { noteId: string }).noteId === noteId);
}

describe('a vendor that has had enough', () => {
  const pauseBetween = () => {
    const [first, second] = calls();
    return (second?.at ?? NaN) - (first?.at ?? NaN);
  };

  test('429 with Retry-After: the same is sent again after that time, and paid once', async () => {
    fault(APP_V2, { failures: [{ status: 429, retryAfter: 2 }] });
    const run = await caller.enrichWell(nextNoteId());
    expect(run.provider).toBe('tikhub-app-v2');
    expect(run.failed).toMatchObject([{ kind: 'rate-limited', status: 429, billed: false }]);
    expect(endpoints()).toEqual([APP_V2, APP_V2]);
    expect(pauseBetween()).toBeGreaterThanOrEqual(1_990);
    expect(billedEndpoints()).toEqual([APP_V2]);
  });

  test('429 without: it is sent again after a pause of our own', async () => {
    fault(APP_V2, { failures: [{ status: 429 }] });
    const run = await caller.enrichWell(nextNoteId());
    expect(run.provider).toBe('tikhub-app-v2');
    expect(endpoints()).toEqual([APP_V2, APP_V2]);
    expect(pauseBetween()).toBeGreaterThanOrEqual(990);
    expect(billedEndpoints()).toEqual([APP_V2]);
  });

  test('429 with X-RateLimit-Reset: as long as that says', async () => {
    fault(APP_V2, { failures: [{ status: 429, rateLimitReset: 2 }] });
    expect((await caller.enrichWell(nextNoteId())).provider).toBe('tikhub-app-v2');
    expect(endpoints()).toEqual([APP_V2, APP_V2]);
    expect(pauseBetween()).toBeGreaterThanOrEqual(1_990);
  });

  test('429 for longer than anybody waits: the next family answers meanwhile, and the first is left alone', async () => {
    fault(APP_V2, { failures: [{ status: 429, retryAfter: 600 }] });
    expect((await caller.enrichWell(nextNoteId())).provider).toBe('justoneapi');
    expect((await caller.enrichWell(nextNoteId())).provider).toBe('justoneapi');
    expect(endpoints()).toEqual([APP_V2, JUSTONE, JUSTONE]);
    expect(billedEndpoints()).toEqual([JUSTONE, JUSTONE]);
  });
});

test('a failure inside an answer that is paid for is not asked again', async () => {
  fault(APP_V2, { innerFailures: 9 });
  const run = await caller.enrichWell(nextNoteId());
  expect(run.provider).toBe('justoneapi');
  expect(run.failed).toMatchObject([{ provider: 'tikhub-app-v2', kind: 'upstream-failed', billed: true }]);
  expect(endpoints()).toEqual([APP_V2, JUSTONE]);
  expect(run.billedCalls).toBe(2);
  expect(replica.billedCalls().count).toBe(2);
});

describe('a budget', () => {
  test('is reached in the middle of a search: what came stays, raising it goes on where it stopped', async () => {
    await caller.demand('provider.retry', { family: 'tikhub' });
    const { spentToday } = await caller.describe('tikhub');
    const others = await caller.describe('justoneapi');
    const spent = (spentToday['USD'] ?? 0) + (others.spentToday['USD'] ?? 0);
    await caller.change({ dailyBudget: { USD: Math.round((spent + 0.02) * 1e6) / 1e6 } });
    const ask = (cursor?: string) =>
      caller.call('explore.notes', {
        wanted: { operation: 'search.notes', input: { keyword: '连载', ...(cursor ? { cursor } : {}) } },
        agreed: true,
      });
    const pages: { nextCursor?: string; notes: { noteId: string }[]; run: { billedCalls: number } }[] = [];
    const read = async (cursor?: string) => {
      const { value } = await ask(cursor);
      pages.push(value as never);
    };
    await read();
    await read(pages[0]?.nextCursor);
    const third = pages[1]?.nextCursor;
    expect(third).toBeDefined();
    const refused = await ask(third);
    expect(refused.error?.code).toBe('budget-reached');
    expect(refused.error?.details).toMatchObject({ scope: 'day', currency: 'USD' });
    expect(endpoints()).toEqual(['app_v2/search_notes', 'app_v2/search_notes']);

    // Nothing is lost: what was paid for is given again for nothing, while the budget is still used up.
    const before = pages.flatMap(({ notes }) => notes.map(({ noteId }) => noteId));
    await read();
    await read(pages[0]?.nextCursor);
    expect(pages.slice(2).flatMap(({ notes }) => notes.map(({ noteId }) => noteId))).toEqual(before);
    expect(replica.billedCalls().count).toBe(2);

    await caller.change({ dailyBudget: { USD: 5 } });
    await read(third);
    expect(pages.at(-1)?.run.billedCalls).toBe(1);
    const added = pages.at(-1)?.notes.map(({ noteId }) => noteId) ?? [];
    expect(added.length).toBeGreaterThan(0);
    expect(added.filter((noteId) => before.includes(noteId))).toEqual([]);
    expect(replica.billedCalls().count).toBe(3);
  });
});

test('every request that was made is one that the vendors’ documents allow', () => {
  expect(replica.specViolations).toEqual([]);
});
