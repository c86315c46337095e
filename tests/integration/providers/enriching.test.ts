import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Note } from '../../../src/model/note';
import type { RunReport } from '../../../src/model/providers/run';
import type { ProviderSettings } from '../../../src/model/providers/provider-settings';
import { DEFAULT_SETTINGS } from '../../../src/model/settings';
import { toExactCount } from '../../../src/model/values/count';
import { createConnection } from '../../../src/storage/database';
import { NOW } from '../../support/background/background-under-test';
import { AUTHOR_ID, toInitialState } from '../../support/background/invented-note';
import { createFakeSeries, fakeEndpoint } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { COUNTS, FULL, JUST, V2, enrich, paths, start } from './enriching-background';
import type { Background } from './enriching-background';

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

  describe('and of which nobody knows that it is a video', () => {
    const [IMAGE, VIDEO] = ['/image-detail', '/video-detail'];
    const series = createFakeSeries('tikhub-app-v2', {
      'note.detail': [
        fakeEndpoint('note.detail', VIDEO, ({ type }) => (type === 'video' ? undefined : 'type')),
        fakeEndpoint('note.detail', IMAGE),
      ],
    });
    const found = { ...FULL, fields: { ...FULL.fields, type: 'video' as const } };
    const streams = [{ url: 'https://sns-video-hw.xhscdn.com/v.mp4', codec: 'h264' as const }];
    const played = { ...found, fields: { ...found.fields, video: { streams } } };
    const answer = ({ pathname }: URL): FakeAnswer => ({
      payload: { note: pathname === VIDEO ? played : found },
    });
    const startVideo = (settings: Partial<ProviderSettings>, answering: (url: URL) => FakeAnswer = answer) =>
      start(answering, settings, undefined, series);

    it('has its streams in the same press, from the same provider, where further cost is allowed', async () => {
      const background = await startVideo({ fillFromNext: true });
      const { value } = (await enrich(background)) as { value: { runs: RunReport[] } };
      expect(paths(background)).toEqual([IMAGE, VIDEO]);
      expect(value.runs.map(({ endpoint, cost }) => [endpoint, cost])).toEqual([
        [IMAGE, { USD: 0.01 }],
        [VIDEO, { USD: 0.01 }],
      ]);
      const [note] = (await background.readAll())['notes'] as Note[];
      expect(note?.video?.streams).toHaveLength(1);
      expect(note?.observed['video']).toMatchObject({ source: 'tikhub-app-v2', via: VIDEO });
      expect(note?.observed['place']).toMatchObject({ via: VIDEO });
    });

    it('costs one call where no further cost is allowed, and the next press has the streams', async () => {
      const background = await startVideo({ fillFromNext: false });
      await enrich(background);
      expect(paths(background)).toEqual([IMAGE]);
      await enrich(background);
      expect(paths(background)).toEqual([IMAGE, VIDEO]);
    });

    it('keeps what came, and asks the next source, when its streams do not come', async () => {
      const background = await startVideo({ fillFromNext: true }, (url) =>
        url.pathname === VIDEO ? { fail: { kind: 'bad-request', billed: false } } : answer(url),
      );
      const { value } = (await enrich(background)) as { value: { runs: RunReport[] } };
      expect(paths(background)).toEqual([IMAGE, VIDEO, JUST]);
      expect(value.runs.map(({ provider }) => provider)).toEqual(['tikhub-app-v2', 'justoneapi']);
    });
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
    const background = await start(undefined, { dailyBudget: { USD: 0.005 }, off: ['justoneapi'] });
    expect(await enrich(background)).toMatchObject({
      error: { code: 'budget-reached', details: { scope: 'day', currency: 'USD' } },
    });
    const providers = { ...(await background.services.settings()).providers, dailyBudget: { USD: 1 } };
    await background.call('settings.change', { patch: { providers } });
    expect(await enrich(background)).toMatchObject({ ok: true });
  });

  it('is asked of who is paid in another currency when the budget of the first is used up', async () => {
    const background = await start(undefined, { dailyBudget: { USD: 0.005, CNY: 1 } });
    expect(await enrich(background)).toMatchObject({
      value: { runs: [{ provider: 'justoneapi', cost: { CNY: 0.1 } }] },
    });
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
    const settings: Partial<ProviderSettings> = { dailyBudget: { USD: 0.01 }, off: ['justoneapi'] };
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
