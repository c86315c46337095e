import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { PROVIDER_FAMILIES } from '../../../src/model/providers/provider.catalog';
import { DEFAULT_SETTINGS } from '../../../src/model/settings';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import { AUTHOR_ID, NOTE_ID } from '../../support/background/invented-note';
import { findSecrets } from '../../support/find-secrets';
import { createFakeSeries, fakeEndpoint, noteOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';

/** Stands in every key, passphrase and address of a kept answer; it looks another way wherever it is encoded. */
const MARK = 'PLANTED/q7+Zk3mPw9x/SECRET';
/** Whether it, or a part that tells it, stands in a text in whatever form. */
const tellsMark = (text: string) =>
  findSecrets([{ where: 'text', text }], [{ name: 'mark', value: MARK }]).length > 0;
const CACHE_URL = `https://cache.tikhub.io/api/v1/cache/public/r1?sign=${MARK}`;
const PASSPHRASE = `${MARK} passphrase`;

/** Does everything that providers can do, well and badly, and gathers all that leaves the worker. */
async function live() {
  const said: unknown[] = [];
  const consoles = (['log', 'info', 'warn', 'error', 'debug'] as const).map((name) =>
    vi.spyOn(console, name).mockImplementation((...words) => void said.push(words.map(String))),
  );
  let answer: FakeAnswer | 'break' = {};
  const operations = {
    'note.detail': [fakeEndpoint('note.detail', '/detail')],
    'author.profile': [fakeEndpoint('author.profile', '/profile')],
    'search.notes': [fakeEndpoint('search.notes', '/search')],
    'account.balance': [fakeEndpoint('account.balance', '/balance')],
    'account.price': [fakeEndpoint('account.price', '/price')],
  };
  const background = await startBackgroundUnderTest({
    providers: {
      series: [createFakeSeries('tikhub-app-v2', operations), createFakeSeries('justoneapi', operations)],
      answer: (url) => {
        if (answer === 'break') throw new TypeError(`cannot fetch ${url.href}`);
        return { ...answer, cacheUrl: CACHE_URL };
      },
    },
  });
  const call = async (name: string, input: unknown) => {
    const given = await background.call(name, input);
    said.push(given);
    return given;
  };
  const everything = async () => {
    const { responses, ...stores } = await background.readAll();
    const { credentials, ...local } = (await fakeBrowser.storage.local.get(null)) as Record<string, unknown>;
    const session = await fakeBrowser.storage.session.get(null);
    said.push(background.events, stores, local, session, await background.services.problems.list());
    return { text: JSON.stringify(said), responses, credentials };
  };
  return {
    background,
    call,
    everything,
    setAnswer: (next: typeof answer) => (answer = next),
    end: () => consoles.forEach((spy) => spy.mockRestore()),
  };
}

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

describe('keys, passphrases and addresses of kept answers', () => {
  it('stand in no answer, event, error, ledger, problem, store that pages read, or console', async () => {
    const { call, everything, setAnswer, end, background } = await live();
    const enrich = (noteId = NOTE_ID) => call('note.enrich', { noteId, agreed: true });
    const providers = { ...DEFAULT_SETTINGS.providers, cacheHours: 1 };
    await call('settings.change', { patch: { providers } });
    for (const family of PROVIDER_FAMILIES) {
      await call('credential.save', {
        family,
        key: `${family}-${MARK}-key`,
        region: 'world',
        scraperId: 'own',
      });
    }
    setAnswer({ payload: { note: noteOf(NOTE_ID, { text: 'told' }) } });
    await enrich();
    background.line.clock.set(background.line.clock.now() + 5 * 3_600_000);
    await enrich();
    expect(background.line.sent.at(-1)?.url).toBe(CACHE_URL);
    expect(background.line.sent.at(-1)?.headers).toEqual({ accept: 'application/json' });

    setAnswer({ payload: { notes: [noteOf(NOTE_ID)], nextCursor: '2' } });
    await call('explore.notes', {
      wanted: { operation: 'search.notes', input: { keyword: '咖啡' } },
      agreed: true,
    });
    setAnswer({ payload: { currency: 'USD', amount: 1 } });
    await call('credential.test', { family: 'tikhub', agreed: true });
    for (const kind of ['auth', 'server', 'rate-limited', 'invalid-response', 'bad-request'] as const) {
      setAnswer({ fail: { kind, billed: false, status: 400, requestId: 'r1' } });
      expect(await enrich(`note-${kind}`)).toMatchObject({
        error: { code: expect.stringMatching(/provider/) },
      });
      for (const family of PROVIDER_FAMILIES) await call('provider.retry', { family });
    }
    setAnswer('break');
    await enrich('unreachable');
    await call('author.enrich', { authorId: { kind: 'site', value: AUTHOR_ID }, agreed: true });
    await call('provider.list', {});
    await call('vault.seal', { passphrase: PASSPHRASE });
    await call('vault.lock', {});
    await enrich('locked');
    await call('vault.unlock', { passphrase: `not the ${PASSPHRASE}` });
    await call('vault.unlock', { passphrase: PASSPHRASE });
    await call('provider.list', {});
    await call('problem.list', {});

    const { text, responses, credentials } = await everything();
    end();
    expect(text).toContain('tikhub-app-v2');
    expect(tellsMark(text)).toBe(false);
    // They are where they belong, and sealed ones in no form that can be read.
    expect(tellsMark(JSON.stringify(responses))).toBe(true);
    expect(tellsMark(JSON.stringify(credentials))).toBe(false);
  });

  it('reach the vendor whose they are and nobody else', async () => {
    const { call, setAnswer, background, end } = await live();
    for (const family of ['tikhub', 'justoneapi'] as const) {
      await call('credential.save', { family, key: `${family}-${MARK}`, region: 'world' });
    }
    setAnswer({ fail: { kind: 'bad-request', billed: false } });
    await call('note.enrich', { noteId: NOTE_ID, agreed: true });
    end();
    const sent = background.line.sent.map(({ url, headers }) => [
      new URL(url).hostname,
      JSON.stringify([url, headers]),
    ]);
    expect(new Set(sent.map(([host]) => host)).size).toBe(2);
    for (const [host, text] of sent) {
      const own = host?.startsWith('tikhub') ? 'tikhub' : 'justoneapi';
      const other = own === 'tikhub' ? 'justoneapi' : 'tikhub';
      expect(text).toContain(`${own}-${MARK}`);
      expect(text).not.toContain(`${other}-${MARK}`);
    }
  });
});

describe('taking things away', () => {
  const fill = async () => {
    const world = await live();
    const { call, setAnswer } = world;
    await call('credential.save', { family: 'tikhub', key: `tikhub-${MARK}`, region: 'world' });
    setAnswer({ payload: { note: noteOf(NOTE_ID, { text: 'told' }) } });
    await call('note.enrich', { noteId: NOTE_ID, agreed: true });
    world.end();
    return world;
  };

  it('a person or a note that is forgotten takes all kept answers along, and no line of the ledger', async () => {
    for (const [name, input] of [
      ['person.forget', { authorKey: `site:${AUTHOR_ID}` }],
      ['note.forget', { noteId: NOTE_ID }],
    ] as const) {
      fakeBrowser.reset();
      const { background, call } = await fill();
      expect((await background.readAll())['responses']).toHaveLength(1);
      await call(name, input);
      const stored = await background.readAll();
      expect(stored['responses']).toBeUndefined();
      expect(stored['ledger']).toContainEqual(expect.objectContaining({ operation: 'note.detail' }));
    }
  });

  it('everything means keys, sealed or not, ledger, answers and what was remembered', async () => {
    const { background, call } = await fill();
    await call('vault.seal', { passphrase: PASSPHRASE });
    await call('everything.delete', {});
    expect(await background.readAll()).toEqual({});
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('everything ends calls that are under way, and what they answer comes to nothing', async () => {
    const background = await startBackgroundUnderTest({
      providers: {
        series: [
          createFakeSeries('tikhub-app-v2', { 'note.detail': [fakeEndpoint('note.detail', '/detail')] }),
        ],
        answer: () => new Promise<FakeAnswer>(() => undefined),
      },
    });
    await background.call('credential.save', { family: 'tikhub', key: `tikhub-${MARK}`, region: 'world' });
    const asked = background.call('note.enrich', { noteId: NOTE_ID, agreed: true });
    await expect.poll(() => background.line.sent.length).toBe(1);
    await background.call('everything.delete', {});
    expect(await asked).toMatchObject({ error: { code: 'cancelled' } });
    expect(await background.readAll()).toEqual({});
    expect(await fakeBrowser.storage.local.get(null)).toEqual({});
  });
});
