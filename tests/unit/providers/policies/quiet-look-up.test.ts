import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../../src/model/errors';
import { EMPTY_MEMORY } from '../../../../src/model/providers/kept/provider-memory';
import type { ProviderErrorKind } from '../../../../src/model/providers/provider-error';
import { createFakeSeries, fakeEndpoint, noteOf } from '../../../support/providers/fake-series';
import type { FakeAnswer } from '../../../support/providers/fake-series';
import { createGatewayUnderTest, terms } from '../../../support/providers/gateway-under-test';

const DETAIL = '/tikhub-app-v2/detail';
const PRICE = '/price';
const SERIES = [
  createFakeSeries('tikhub-app-v2', {
    'note.detail': [fakeEndpoint('note.detail', DETAIL)],
    'account.price': [fakeEndpoint('account.price', PRICE)],
  }),
];
const OK: FakeAnswer = { payload: { note: noteOf('n1') } };

function createTest(priceAnswer: FakeAnswer, settings = {}) {
  const test = createGatewayUnderTest(
    SERIES,
    ({ pathname }) => (pathname === PRICE ? priceAnswer : OK),
    settings,
  );
  const lookUp = () =>
    test.gateway
      .call('account.price', { endpoint: DETAIL }, terms({ only: 'tikhub', quiet: true }))
      .catch((thrown: AppError) => thrown.code);
  return { test, lookUp };
}

describe('a look-up by the way', () => {
  it.each<[ProviderErrorKind, number]>([
    ['rate-limited', 429],
    ['server', 503],
    ['network', 0],
    ['auth', 401],
    ['balance', 402],
    ['invalid-response', 200],
    ['deprecated', 400],
  ])('that fails with %s is sent once, stands against nobody, and is in the ledger', async (kind, status) => {
    const { test, lookUp } = createTest({ fail: { kind, status, billed: false } });
    for (let times = 1; times <= 6; times += 1) expect(await lookUp()).toBe('providers-failed');
    expect(test.line.asked).toHaveLength(6);
    expect(test.memory).toEqual(EMPTY_MEMORY);
    expect(Math.max(0, ...test.clock.slept)).toBeLessThanOrEqual(1_000);
    expect([...test.entries.values()].map(({ outcome }) => outcome)).toEqual(Array(6).fill(kind));
    expect((await test.gateway.call('note.detail', { noteId: 'n1' }, terms())).report.failed).toEqual([]);
  });

  it('is not made while the family rests, nor where its key is out, and works though the series is off', async () => {
    const { test, lookUp } = createTest(
      { payload: { currency: 'USD', amount: 1 } },
      { off: ['tikhub-app-v2'] },
    );
    const rests = { failures: 5, restsUntil: test.clock.now() + 60_000 };
    test.memory = { ...EMPTY_MEMORY, families: { tikhub: { circuit: rests } } };
    expect(await lookUp()).toBe('no-provider');
    const failure = { kind: 'balance', billed: false } as const;
    test.memory = { ...EMPTY_MEMORY, families: { tikhub: { out: { failure, at: 1 } } } };
    expect(await lookUp()).toBe('no-provider');
    expect(test.line.asked).toEqual([]);

    test.memory = EMPTY_MEMORY;
    expect(await lookUp()).toMatchObject({ value: { amount: 1 } });
  });

  it('is wanted where a call relies on a price, not by an estimate, and not by itself', async () => {
    const { test, lookUp } = createTest({ payload: { currency: 'USD', amount: 1 } });
    await test.gateway.estimate('note.detail', { noteId: 'n1' });
    expect(test.pricesUsed).toEqual([]);
    await test.gateway.call('note.detail', { noteId: 'n1' }, terms());
    await lookUp();
    expect(test.pricesUsed).toEqual([DETAIL]);
  });
});
