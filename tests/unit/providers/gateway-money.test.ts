import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../src/model/errors';
import type { ProviderId } from '../../../src/model/providers/provider.catalog';
import type { ProviderErrorKind, ProviderFailure } from '../../../src/model/providers/provider-error';
import { detailSeries, noteOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, terms } from '../../support/providers/gateway-under-test';

const OK = { payload: { note: noteOf('n1') } };
const fail = (kind: ProviderErrorKind, more: Partial<ProviderFailure> = {}): FakeAnswer => ({
  fail: { kind, billed: false, ...more },
});
const SERIES = [
  detailSeries('tikhub-app-v2'),
  detailSeries('tikhub-app'),
  detailSeries('justoneapi'),
  detailSeries('parsebot'),
];
const V2 = '/tikhub-app-v2/detail';

/** The gateway over four series; those named answer as given, others well. */
const createTest = (
  answers: Record<string, FakeAnswer | ((times: number) => FakeAnswer)>,
  settings: Parameters<typeof createGatewayUnderTest>[2] = {},
) =>
  createGatewayUnderTest(
    SERIES,
    ({ pathname }, times) => {
      const answer = answers[pathname] ?? OK;
      return typeof answer === 'function' ? answer(times) : answer;
    },
    settings,
  );

type Test = ReturnType<typeof createTest>;
const ask = ({ gateway }: Test, noteId = 'n1', changes: Parameters<typeof terms>[0] = {}) =>
  gateway.call('note.detail', { noteId }, terms(changes));
const errorOf = (task: Promise<unknown>): Promise<AppError> =>
  task.then(
    () => {
      throw new Error('it was answered');
    },
    (thrown: AppError) => thrown,
  );

describe('money', () => {
  const PRICES = { '/tikhub-app-v2/detail': { currency: 'USD', amount: 0.4 } } as const;
  const OTHERS: ProviderId[] = ['justoneapi', 'parsebot'];
  const [DOLLARS, CREDITS] = [
    { currency: 'USD', amount: 0.4 },
    { currency: 'credit', amount: 1 },
  ] as const;

  it('stops at the budget of the day, and what is raised goes on', async () => {
    const test = createTest({}, { off: OTHERS, enteredPrices: PRICES, dailyBudget: { USD: 1 } });
    await ask(test, 'a');
    await ask(test, 'b');
    const error = await errorOf(ask(test, 'c'));
    expect(error).toMatchObject({ code: 'budget-reached' });
    expect(error.details).toMatchObject({ scope: 'day', currency: 'USD' });
    expect(test.line.asked).toHaveLength(2);

    test.settings = { ...test.settings, dailyBudget: { USD: 1.2 } };
    expect((await ask(test, 'c')).report.cost).toEqual({ USD: 0.4 });
  });

  it('that is used up in one currency leaves those who are paid in another, in the order of asking', async () => {
    const prices = { tikhub: DOLLARS, justoneapi: DOLLARS, parsebot: CREDITS };
    const test = createTest({}, { enteredPrices: prices, dailyBudget: { USD: 0.5, credit: 1 } });
    const estimate = () => test.gateway.estimate('note.detail', { noteId: 'x' });
    expect(await estimate()).toMatchObject({ provider: 'tikhub-app-v2', fitsBudget: true });
    await ask(test, 'a');
    expect(await estimate()).toMatchObject({ provider: 'parsebot', cost: { credit: 1 }, fitsBudget: true });
    expect((await ask(test, 'b')).report).toMatchObject({ provider: 'parsebot', cost: { credit: 1 } });

    expect(await estimate()).toMatchObject({ provider: 'tikhub-app-v2', fitsBudget: false });
    const error = await errorOf(ask(test, 'c'));
    expect(error).toMatchObject({ code: 'budget-reached', details: { currency: 'USD', scope: 'day' } });
    expect(test.line.asked).toEqual([V2, '/parsebot/detail']);
  });

  it('that is used up is not gone around by a price that nobody knows, whatever was agreed to', async () => {
    const test = createTest({}, { off: OTHERS, enteredPrices: PRICES, dailyBudget: { USD: 0.3 } });
    expect(await test.gateway.estimate('note.detail', { noteId: 'a' })).toMatchObject({ fitsBudget: false });
    expect((await errorOf(ask(test, 'a'))).code).toBe('budget-reached');
    expect(test.line.asked).toEqual([]);
  });

  it('that is used up ends nothing that somebody was asked for and failed at', async () => {
    const test = createTest(
      { '/parsebot/detail': fail('bad-request') },
      {
        enteredPrices: { tikhub: DOLLARS, parsebot: CREDITS },
        dailyBudget: { USD: 0.3 },
        off: ['justoneapi'],
      },
    );
    expect(await errorOf(ask(test, 'a'))).toMatchObject({
      code: 'providers-failed',
      details: { kind: 'bad-request', attempts: 1 },
    });
  });

  it('of two at once, one gets the last of it', async () => {
    const test = createTest({}, { off: OTHERS, enteredPrices: PRICES, dailyBudget: { USD: 0.5 } });
    const ends = await Promise.allSettled([ask(test, 'a'), ask(test, 'b'), ask(test, 'c')]);
    expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    expect(test.line.asked).toHaveLength(1);
  });

  it('has a budget for each job, within that of the day', async () => {
    const test = createTest(
      {},
      { off: OTHERS, enteredPrices: PRICES, dailyBudget: {}, jobBudget: { USD: 0.5 } },
    );
    await ask(test, 'a', { jobId: 'j1' });
    expect((await errorOf(ask(test, 'b', { jobId: 'j1' }))).details).toMatchObject({ scope: 'job' });
    await ask(test, 'b', { jobId: 'j2' });
    await ask(test, 'c');
  });

  it('of a job is what its owner says of it, whatever the settings say of every job', async () => {
    const test = createTest(
      {},
      { off: OTHERS, enteredPrices: PRICES, dailyBudget: {}, jobBudget: { USD: 0.5 } },
    );
    const raised = { jobId: 'j1', jobBudget: { USD: 0.8 } };
    await ask(test, 'a', raised);
    expect(await test.gateway.estimate('note.detail', { noteId: 'b' }, raised)).toMatchObject({
      fitsBudget: true,
    });
    await ask(test, 'b', raised);
    expect((await errorOf(ask(test, 'c', raised))).details).toMatchObject({ scope: 'job' });
    await ask(test, 'c', { ...raised, jobBudget: {} });

    const lowered = { jobId: 'j2', jobBudget: { USD: 0.3 } };
    expect((await errorOf(ask(test, 'd', lowered))).details).toMatchObject({ scope: 'job', currency: 'USD' });
    expect(await test.gateway.estimate('note.detail', { noteId: 'd' }, lowered)).toMatchObject({
      fitsBudget: false,
    });
  });

  it('that was not charged is free again', async () => {
    const test = createTest(
      { [V2]: (times) => (times === 1 ? fail('bad-request') : OK) },
      {
        enteredPrices: { tikhub: { currency: 'USD', amount: 0.4 } },
        dailyBudget: { USD: 0.4 },
        off: ['justoneapi', 'parsebot', 'tikhub-app'],
      },
    );
    await errorOf(ask(test));
    expect((await ask(test)).report.billedCalls).toBe(1);
  });

  it('is not spent at a price that nobody knows, unless it was agreed', async () => {
    const test = createTest({}, { order: ['justoneapi'], off: ['tikhub-app-v2', 'tikhub-app', 'parsebot'] });
    expect((await errorOf(ask(test, 'n1', { agreed: false }))).code).toBe('price-unknown');
    expect(test.line.asked).toEqual([]);
    expect((await ask(test)).report).toMatchObject({ billedCalls: 1, cost: {}, hasUnknownPrice: true });
  });

  it('goes to the next whose price is known', async () => {
    const test = createTest({}, { enteredPrices: { '/parsebot/detail': { currency: 'credit', amount: 1 } } });
    expect((await ask(test, 'n1', { agreed: false })).report.provider).toBe('parsebot');
  });

  it('is estimated without asking', async () => {
    const test = createTest({}, { off: OTHERS, enteredPrices: PRICES, dailyBudget: { USD: 10 } });
    const estimate = await test.gateway.estimate('note.detail', { noteId: 'n1' }, { calls: 95 });
    expect(estimate).toEqual({
      provider: 'tikhub-app-v2',
      calls: 95,
      cost: { USD: 38 },
      isCached: false,
      fitsBudget: false,
    });
    expect(await test.gateway.estimate('note.detail', { noteId: 'n1' }, { calls: 25 })).toMatchObject({
      fitsBudget: true,
    });
    expect(test.line.asked).toEqual([]);
    await ask(test);
    expect(await test.gateway.estimate('note.detail', { noteId: 'n1' })).toMatchObject({ isCached: true });
  });

  it('spent by a worker that died in the middle counts as spent', async () => {
    const test = createGatewayUnderTest(
      [detailSeries('tikhub-app-v2')],
      () => new Promise<FakeAnswer>(() => undefined),
      {
        enteredPrices: PRICES,
        dailyBudget: { USD: 0.5 },
      },
    );
    void ask(test);
    while (test.line.asked.length === 0) await Promise.resolve();
    expect([...test.entries.values()]).toMatchObject([
      { outcome: 'cancelled', reason: 'unanswered', billed: true },
    ]);

    const gateway = test.restart();
    const error = await errorOf(gateway.call('note.detail', { noteId: 'n2' }, terms()));
    expect(error.code).toBe('budget-reached');
  });
});
