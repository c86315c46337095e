import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Estimate } from '../../../src/model/providers/run';
import type { FamilyState } from '../../../src/model/providers/provider-state';
import { startBackgroundUnderTest } from '../../support/background/background-under-test';
import { createFakeSeries, fakeEndpoint, noteOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';

const HOUR = 3_600_000;
const [IMAGE, VIDEO, SECOND, SEARCH, PRICE] = ['/image', '/video', '/second', '/search', '/price'];
const v2 = createFakeSeries('tikhub-app-v2', {
  'note.detail': [
    fakeEndpoint('note.detail', VIDEO, ({ type }) => (type === 'video' ? undefined : 'type')),
    fakeEndpoint('note.detail', IMAGE),
  ],
  'account.balance': [fakeEndpoint('account.balance', '/balance')],
  'account.price': [fakeEndpoint('account.price', PRICE)],
});
const app = createFakeSeries('tikhub-app', {
  'note.detail': [fakeEndpoint('note.detail', SECOND)],
  'search.notes': [fakeEndpoint('search.notes', SEARCH)],
});
const justoneapi = createFakeSeries('justoneapi', {
  'search.notes': [fakeEndpoint('search.notes', '/just/search')],
});

async function start(priceAnswer: () => FakeAnswer | Promise<FakeAnswer>) {
  const answers: Readonly<Record<string, FakeAnswer>> = {
    '/balance': { payload: { currency: 'USD', amount: 3 } },
    [IMAGE]: { payload: { note: noteOf('n1') } },
  };
  const background = await startBackgroundUnderTest({
    providers: {
      series: [v2, app, justoneapi],
      answer: ({ pathname }) => (pathname === PRICE ? priceAnswer() : (answers[pathname] ?? {})),
    },
  });
  await background.call('credential.save', { family: 'tikhub', key: 'tikhub-key', region: 'world' });
  const estimate = async () => {
    const asked = { operation: 'note.detail', input: { noteId: 'n1' } };
    return ((await background.call('operation.estimate', asked)) as { value: Estimate }).value;
  };
  const lookedUp = () =>
    background.line.sent
      .map(({ url }) => new URL(url))
      .filter(({ pathname }) => pathname === PRICE)
      .map(({ searchParams }) => searchParams.get('endpoint'));
  return { background, estimate, lookedUp };
}
const costs = (amount: number) => (): FakeAnswer => ({ payload: { currency: 'USD', amount } });

beforeEach(() => fakeBrowser.reset());

describe('what TikHub says its endpoints cost', () => {
  it('is asked after a key was tested, of those that are asked first only', async () => {
    const { background, estimate, lookedUp } = await start(costs(0.01));
    const { order } = (await background.services.settings()).providers;
    const providers = { ...(await background.services.settings()).providers, orderOf: {} };
    providers.orderOf = { 'search.notes': ['justoneapi', ...order] };
    await background.call('settings.change', { patch: { providers } });
    await background.call('credential.test', { family: 'tikhub', agreed: true });
    await expect.poll(lookedUp).toEqual([VIDEO, IMAGE]);
    // The last of them is written by then, and not in the middle of the next test.
    await expect.poll(async () => (await estimate()).cost).toEqual({ USD: 0.01 });
  });

  it('is asked beside a call, once a day, and the call does not wait; an estimate sends nothing', async () => {
    let release: (answer: FakeAnswer) => void = () => undefined;
    let isHeld = true;
    const test = await start(() =>
      isHeld ? new Promise<FakeAnswer>((resolve) => (release = resolve)) : costs(0.03)(),
    );
    const { background, estimate, lookedUp } = test;
    expect((await estimate()).cost).toBeUndefined();
    expect(background.line.sent).toEqual([]);
    await background.call('note.enrich', { noteId: 'n1', agreed: true });
    await expect.poll(lookedUp).toEqual([IMAGE]);
    isHeld = false;
    release(costs(0.02)());
    await expect.poll(async () => (await estimate()).cost).toEqual({ USD: 0.02 });
    await background.call('note.enrich', { noteId: 'n1', agreed: true });
    expect(lookedUp()).toEqual([IMAGE]);

    background.line.clock.set(background.line.clock.now() + 25 * HOUR);
    await background.call('note.enrich', { noteId: 'n1', agreed: true });
    await expect.poll(async () => (await estimate()).cost).toEqual({ USD: 0.03 });
    expect(lookedUp()).toEqual([IMAGE, IMAGE]);
  });

  it('that it does not say stands against nobody, and is not asked for again and again', async () => {
    const fail = { kind: 'rate-limited', status: 429, billed: false, retryAfterMs: 600_000 } as const;
    const { background, estimate, lookedUp } = await start(() => ({ fail }));
    await background.call('credential.test', { family: 'tikhub', agreed: true });
    await expect.poll(lookedUp).toEqual([VIDEO]);
    for (let times = 0; times < 5; times += 1) await estimate();
    expect(lookedUp()).toEqual([VIDEO]);
    expect(await background.call('note.enrich', { noteId: 'n1', agreed: true })).toMatchObject({ ok: true });
    await expect.poll(lookedUp).toEqual([VIDEO, IMAGE]);
    // Half a day later the browser was closed in between.
    await fakeBrowser.storage.session.clear();
    background.line.clock.set(background.line.clock.now() + 23 * HOUR);
    await background.call('note.enrich', { noteId: 'n1', agreed: true });
    await background.call('credential.test', { family: 'tikhub', agreed: true });
    await expect.poll(() => lookedUp().length).toBe(3);
    expect(lookedUp()).toEqual([VIDEO, IMAGE, SEARCH]);

    const { value } = (await background.call('provider.list', {})) as { value: FamilyState[] };
    const state = value.find(({ family }) => family === 'tikhub');
    expect(state).toMatchObject({ state: 'ready' });
    expect(state?.lastFailure).toBeUndefined();
    expect(state?.series.every(({ restsUntil }) => restsUntil === undefined)).toBe(true);
  });

  it('is not asked where the user has entered a price', async () => {
    const { background, estimate, lookedUp } = await start(costs(0.02));
    const providers = {
      ...(await background.services.settings()).providers,
      enteredPrices: { tikhub: { currency: 'USD', amount: 0.5 } },
    };
    await background.call('settings.change', { patch: { providers } });
    expect((await estimate()).cost).toEqual({ USD: 0.5 });
    await background.call('credential.test', { family: 'tikhub', agreed: true });
    await background.call('note.enrich', { noteId: 'n1', agreed: true });
    expect(lookedUp()).toEqual([]);
  });
});
