import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { NoteSighting } from '../../../src/model/note';
import { toExactCount } from '../../../src/model/values/count';
import { DEFAULT_SETTINGS } from '../../../src/model/settings';
import type { ProviderSettings } from '../../../src/model/providers/provider-settings';
import { createConnection } from '../../../src/storage/database';
import { autoEnrich } from '../../../src/background/providers/auto-enrich';
import { NOW, startBackgroundUnderTest } from '../../support/background/background-under-test';
import { AUTHOR_ID, NOTE_ID, toInitialState } from '../../support/background/invented-note';
import { createFakeSeries, detailSeries, fakeEndpoint, noteOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';

const COUNTS = {
  likes: toExactCount(120),
  collects: toExactCount(30),
  comments: toExactCount(86),
  shares: toExactCount(4),
};
const FULL: NoteSighting = {
  ...noteOf(NOTE_ID, { place: '上海', text: 'told', publishedAt: 5 }),
  counts: COUNTS,
};
const V2 = '/tikhub-app-v2/detail';
const JUST = '/justoneapi/detail';

async function start(
  answer: (url: URL, times: number) => FakeAnswer | Promise<FakeAnswer> = () => ({ payload: { note: FULL } }),
  settings: Partial<ProviderSettings> = {},
  connection = createConnection(`enriching-${crypto.randomUUID()}`),
) {
  const profile = createFakeSeries('parsebot', {
    'author.profile': [fakeEndpoint('author.profile', '/profile')],
  });
  const background = await startBackgroundUnderTest({
    connection,
    providers: { series: [detailSeries('tikhub-app-v2'), detailSeries('justoneapi'), profile], answer },
  });
  const providers = {
    ...DEFAULT_SETTINGS.providers,
    enteredPrices: {
      tikhub: { currency: 'USD', amount: 0.01 },
      justoneapi: { currency: 'CNY', amount: 0.1 },
    },
    ...settings,
  };
  await background.call('settings.change', { patch: { providers } });
  for (const family of ['tikhub', 'justoneapi', 'parsebot']) {
    await background.call('credential.save', { family, key: `${family}-key`, region: 'world' });
  }
  return background;
}
type Background = Awaited<ReturnType<typeof start>>;
const enrich = (background: Background, agreed = true) =>
  background.call('note.enrich', { noteId: NOTE_ID, agreed });
const paths = ({ line }: Background) => line.sent.map(({ url }) => new URL(url).pathname);

beforeEach(() => fakeBrowser.reset());

describe('a note that is enriched', () => {
  it('has the fields of the provider under its name, beside those of the page, and a point in its charts', async () => {
    const background = await start();
    await background.reportPage({ initialState: toInitialState() });
    const answer = await enrich(background);

    expect(answer).toMatchObject({
      ok: true,
      value: { runs: [{ provider: 'tikhub-app-v2', cost: { USD: 0.01 } }] },
    });
    const stored = await background.readAll();
    const [note] = stored['notes'] as { observed: Record<string, unknown>; title: string; counts: unknown }[];
    expect(note).toMatchObject({ title: 'a title', place: '上海', counts: { likes: { value: 120 } } });
    expect(note?.observed['place']).toEqual({ source: 'tikhub-app-v2', via: V2, at: NOW });
    expect(note?.observed['title']).toMatchObject({ source: 'page' });
    expect(stored['snapshots']).toContainEqual(
      expect.objectContaining({ source: 'tikhub-app-v2', counts: COUNTS }),
    );
    expect(stored['ledger']).toMatchObject([{ outcome: 'ok', billed: true, operation: 'note.detail' }]);
    expect(background.events.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['note.changed', 'ledger.changed']),
    );
  });

  it('costs one call, however many ask at once, and none within the time of the cache', async () => {
    const background = await start();
    await Promise.all([enrich(background), enrich(background), enrich(background)]);
    await enrich(background);
    expect(paths(background)).toEqual([V2]);
  });

  it('is asked of a second source only where something is missing and the settings allow it', async () => {
    const bare = { ...FULL, fields: { text: 'told', publishedAt: 5 } };
    const answer = ({ pathname }: URL): FakeAnswer => ({ payload: { note: pathname === V2 ? bare : FULL } });
    const without = await start(answer);
    await enrich(without);
    expect(paths(without)).toEqual([V2]);
    without.kill();

    const background = await start(answer, { fillFromNext: true });
    const { value } = (await enrich(background)) as { value: { runs: { provider: string }[] } };
    expect(value.runs.map(({ provider }) => provider)).toEqual(['tikhub-app-v2', 'justoneapi']);
    const [note] = (await background.readAll())['notes'] as {
      place: string;
      observed: Record<string, unknown>;
    }[];
    expect(note?.place).toBe('上海');
    expect(note?.observed['place']).toMatchObject({ source: 'justoneapi' });
  });

  it('is kept from the first source when the second one fails', async () => {
    const bare = { ...FULL, fields: {} };
    const background = await start(
      ({ pathname }) =>
        pathname === V2 ? { payload: { note: bare } } : { fail: { kind: 'quota', billed: false } },
      { fillFromNext: true },
    );
    expect(await enrich(background)).toMatchObject({
      ok: true,
      value: { runs: [{ provider: 'tikhub-app-v2' }] },
    });
  });

  it.each([
    [
      'before consent',
      async (background: Background) => {
        await background.call('consent.answer', { agreed: false, capture: DEFAULT_SETTINGS.capture });
      },
      'consent-missing',
    ],
    [
      'while paused',
      async (background: Background) => {
        await background.call('settings.change', { patch: { paused: true } });
      },
      'paused',
    ],
  ] as const)('is not asked for %s', async (_when, prepare, code) => {
    const background = await start();
    await prepare(background);
    expect(await enrich(background)).toMatchObject({ error: { code } });
    const wanted = { operation: 'author.notes', input: { userId: AUTHOR_ID } };
    expect(await background.call('explore.notes', { wanted, agreed: true })).toMatchObject({
      error: { code },
    });
    expect(paths(background)).toEqual([]);
  });

  it('stops at the budget with nothing lost, and goes on when it is raised', async () => {
    const background = await start(undefined, { dailyBudget: { USD: 0.005 } });
    expect(await enrich(background)).toMatchObject({
      error: { code: 'budget-reached', details: { scope: 'day', currency: 'USD' } },
    });
    const providers = { ...(await background.services.settings()).providers, dailyBudget: { USD: 1 } };
    await background.call('settings.change', { patch: { providers } });
    expect(await enrich(background)).toMatchObject({ ok: true });
  });

  it('leaves nothing behind of a pause in the middle, but what it cost', async () => {
    let release: (answer: FakeAnswer) => void = () => undefined;
    const background = await start(() => new Promise((resolve) => (release = resolve)));
    const asked = enrich(background);
    await expect.poll(() => background.line.sent.length).toBe(1);
    await background.call('settings.change', { patch: { paused: true } });
    release({ payload: { note: FULL } });
    await asked;
    const stored = await background.readAll();
    expect(Object.keys(stored)).toEqual(['ledger']);
    expect(stored['ledger']).toMatchObject([{ outcome: 'ok', billed: true }]);
  });
});

describe('a worker that dies in the middle of a call', () => {
  it('leaves a line in the ledger that counts as spent, and the next one holds to it', async () => {
    const connection = createConnection(`enriching-${crypto.randomUUID()}`);
    const settings = { dailyBudget: { USD: 0.01 } };
    const dying = await start(() => new Promise<FakeAnswer>(() => undefined), settings, connection);
    void enrich(dying);
    await expect.poll(() => dying.line.sent.length).toBe(1);
    dying.kill();

    const next = await start(undefined, settings, connection);
    expect((await next.readAll())['ledger']).toMatchObject([
      { outcome: 'cancelled', reason: 'unanswered', billed: true, price: { amount: 0.01 } },
    ]);
    const answer = await next.services.providers.gateway
      .call('note.detail', { noteId: 'another' }, { runId: 'r', agreed: true })
      .catch((thrown: unknown) => thrown);
    expect(answer).toMatchObject({ code: 'budget-reached' });
    expect(paths(next)).toEqual([]);
  });
});

describe('a person who is enriched', () => {
  const profile = (kind: 'site' | 'masked', value: string): FakeAnswer => ({
    payload: {
      id: { kind, value },
      fields: { nickname: 'writer', redId: '123' },
      counts: { fans: toExactCount(7) },
    },
  });

  it('keeps the id of the site when the provider sends a masked one', async () => {
    const background = await start(() => profile('masked', 'a'.repeat(29)));
    const authorId = { kind: 'site', value: AUTHOR_ID };
    expect(await background.call('author.enrich', { authorId, agreed: true })).toMatchObject({
      ok: true,
      value: { runs: [{ provider: 'parsebot' }] },
    });
    expect((await background.readAll())['authors']).toMatchObject([{ id: authorId, redId: '123' }]);
    expect(background.events).toContainEqual({
      name: 'author.changed',
      payload: { authorKey: `site:${AUTHOR_ID}` },
    });
  });

  it('is not asked for by a masked id', async () => {
    const background = await start(() => profile('site', AUTHOR_ID));
    const authorId = { kind: 'masked', value: 'a'.repeat(29) };
    expect(await background.call('author.enrich', { authorId, agreed: true })).toMatchObject({
      error: { code: 'invalid-input' },
    });
    expect(paths(background)).toEqual([]);
  });
});

describe('an open note', () => {
  const open = async (background: Background, noteId = NOTE_ID) => {
    const url = `https://www.xiaohongshu.com/explore/${noteId}?xsec_token=T`;
    await background.reportPage({ url, initialState: toInitialState(noteId) });
  };
  const isOn = { autoEnrich: { isOn: true, dailyCap: 2 } };

  it('is asked for by itself only when that is switched on', async () => {
    const background = await start();
    await open(background);
    await expect.poll(async () => (await background.readAll())['notes']).toHaveLength(1);
    expect(paths(background)).toEqual([]);
    background.kill();

    const on = await start(undefined, isOn);
    await open(on);
    await expect.poll(() => paths(on)).toEqual([V2]);
    await expect.poll(async () => (await on.readAll())['notes']).toMatchObject([{ place: '上海' }]);
    await open(on);
    expect(paths(on)).toEqual([V2]);
  });

  it('is asked for so often a day and no more, whichever worker asks', async () => {
    const connection = createConnection(`enriching-${crypto.randomUUID()}`);
    const note = ({ searchParams }: URL): FakeAnswer => ({
      payload: { note: { ...FULL, noteId: searchParams.get('noteId') ?? '' } },
    });
    const ids = ['66aa0000000000000100000a', '66aa0000000000000100000b', '66aa0000000000000100000c'] as const;
    const background = await start(note, {}, connection);
    for (const id of ids) await open(background, id);
    background.kill();

    const first = await start(note, isOn, connection);
    for (const id of ids.slice(0, 2)) await autoEnrich(first.services, id);
    expect(paths(first)).toEqual([V2, V2]);
    first.kill();
    const next = await start(note, isOn, connection);
    await autoEnrich(next.services, ids[2]);
    expect(paths(next)).toEqual([]);

    next.line.clock.set(NOW + 2 * 86_400_000);
    await autoEnrich(next.services, ids[2]);
    expect(paths(next)).toEqual([V2]);
  });

  it('is not asked for by itself at a price that nobody knows', async () => {
    const background = await start(undefined, { enteredPrices: {} });
    await open(background);
    const change = async (changes: object) => {
      const { providers } = await background.services.settings();
      await background.call('settings.change', { patch: { providers: { ...providers, ...changes } } });
      await autoEnrich(background.services, NOTE_ID);
    };
    await change(isOn);
    expect(paths(background)).toEqual([]);
    await change({ enteredPrices: { tikhub: { currency: 'USD', amount: 0.01 } } });
    expect(paths(background)).toEqual([V2]);
  });
});

it('is asked of JustOneAPI when TikHub is down, with the attempts in the ledger', async () => {
  const background = await start(({ pathname }) =>
    pathname === JUST
      ? { payload: { note: FULL } }
      : { fail: { kind: 'server', billed: false, status: 502 } },
  );
  const { value } = (await enrich(background)) as { value: { runs: { runId: string; failed: unknown[] }[] } };
  expect(value.runs[0]?.failed).toHaveLength(3);
  const ledger = (await background.readAll())['ledger'] as { runId: string; outcome: string }[];
  expect(ledger.filter(({ runId }) => runId === value.runs[0]?.runId).map(({ outcome }) => outcome)).toEqual([
    'server',
    'server',
    'server',
    'ok',
  ]);
});
