import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../src/model/errors';
import type { ProviderFailure } from '../../../src/model/providers/provider-error';
import { createFakeSeries, detailSeries, fakeEndpoint, noteOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, keyOf, terms } from '../../support/providers/gateway-under-test';

const OK = { payload: { note: noteOf('n1') } };
const HOUR = 3_600_000;
const V2 = '/tikhub-app-v2/detail';
const JUST = '/justoneapi/detail';
const server: ProviderFailure = { kind: 'server', billed: false };

const createTest = (
  answer: (url: URL, times: number) => FakeAnswer | Promise<FakeAnswer> = () => OK,
  settings: Parameters<typeof createGatewayUnderTest>[2] = {},
) => createGatewayUnderTest([detailSeries('tikhub-app-v2'), detailSeries('justoneapi')], answer, settings);

describe('the same asked again', () => {
  it('costs nothing within the time of the cache, and keeps the time at which it was true', async () => {
    const test = createTest();
    const first = await test.gateway.call('note.detail', { noteId: 'n1', xsecToken: 'one' }, terms());
    test.clock.set(test.clock.now() + 23 * HOUR);
    const again = await test.gateway.call('note.detail', { noteId: 'n1', xsecToken: 'two' }, terms());

    expect(test.line.asked).toEqual([V2]);
    expect(again.report).toMatchObject({ cached: 'own', at: first.report.at, billedCalls: 0, cost: {} });
    expect([...test.entries.values()].map(({ cached }) => cached)).toEqual([undefined, 'own']);
  });

  it('is asked anew when it is too old for the settings, or for who asks', async () => {
    const test = createTest(() => OK, { cacheHours: 2 });
    const ask = (maxAgeMs?: number) =>
      test.gateway.call('note.detail', { noteId: 'n1' }, terms({ maxAgeMs }));
    await ask();
    test.clock.set(test.clock.now() + HOUR);
    await ask(HOUR / 2);
    await ask();
    test.clock.set(test.clock.now() + 3 * HOUR);
    await ask();
    expect(test.line.asked).toHaveLength(3);
  });

  it('is another question with another answer wanted', async () => {
    const test = createTest();
    await test.gateway.call('note.detail', { noteId: 'n1' }, terms());
    const other = await test.gateway.call(
      'note.detail',
      { noteId: 'n1' },
      terms({ without: ['tikhub-app-v2'] }),
    );
    expect(other.report.provider).toBe('justoneapi');
    expect(test.line.asked).toEqual([V2, JUST]);
  });

  it('at the same time is one call, paid by the first', async () => {
    let release: (answer: FakeAnswer) => void = () => undefined;
    const test = createTest(() => new Promise((resolve) => (release = resolve)));
    const ask = () => test.gateway.call('note.detail', { noteId: 'n1' }, terms());
    const both = [ask(), ask()];
    while (test.line.asked.length === 0) await Promise.resolve();
    release(OK);
    const [first, second] = await Promise.all(both);

    expect(test.line.asked).toHaveLength(1);
    expect([first?.report.billedCalls, second?.report.billedCalls]).toEqual([1, 0]);
    expect(second?.value).toEqual(first?.value);
  });

  it.each([
    [false, true],
    [true, false],
  ])('is one call too when one has agreed and the other not: %s, then %s', async (first, second) => {
    let release: (answer: FakeAnswer) => void = () => undefined;
    const enteredPrices = { tikhub: { currency: 'USD' as const, amount: 0.01 } };
    const test = createTest(() => new Promise((resolve) => (release = resolve)), { enteredPrices });
    const ask = (agreed: boolean) => test.gateway.call('note.detail', { noteId: 'n1' }, terms({ agreed }));
    const both = [ask(first), ask(second)];
    while (test.line.asked.length === 0) await Promise.resolve();
    release(OK);
    const answers = await Promise.all(both);
    expect(test.line.asked).toHaveLength(1);
    expect(answers.map(({ report }) => report.billedCalls)).toEqual([1, 0]);
  });

  it('is not refused to who has agreed because of who has not', async () => {
    const test = createTest();
    const ask = (agreed: boolean) => test.gateway.call('note.detail', { noteId: 'n1' }, terms({ agreed }));
    const [shy, agreed] = await Promise.allSettled([ask(false), ask(true)]);
    expect(shy).toMatchObject({ status: 'rejected', reason: { code: 'price-unknown' } });
    expect(agreed).toMatchObject({ status: 'fulfilled', value: { report: { billedCalls: 1 } } });
  });

  it('goes on while one still waits, and ends with the last', async () => {
    const test = createTest(() => new Promise<FakeAnswer>(() => undefined));
    const stops = [new AbortController(), new AbortController()];
    const ends: string[] = [];
    const asked = stops.map(({ signal }, index) =>
      test.gateway
        .call('note.detail', { noteId: 'n1' }, terms({ signal }))
        .catch((thrown: AppError) => ends.push(`${index} ${thrown.code}`)),
    );
    stops[0]?.abort();
    await asked[0];
    expect(ends).toEqual(['0 cancelled']);
    stops[1]?.abort();
    await asked[1];
    expect(ends).toEqual(['0 cancelled', '1 cancelled']);
  });
});

describe('a clock that was set back', () => {
  it.each([
    [30, 1],
    [25 * 60, 2],
  ])('by %d minutes makes no kept answer young', async (minutes, asked) => {
    const test = createTest(() => OK, { cacheHours: 24 });
    await test.gateway.call('note.detail', { noteId: 'n1' }, terms());
    test.clock.set(test.clock.now() - minutes * 60_000);
    await test.gateway.call('note.detail', { noteId: 'n1' }, terms());
    expect(test.line.asked).toHaveLength(asked);
    await test.gateway.call('note.detail', { noteId: 'n1' }, terms({ maxAgeMs: 0 }));
    expect(test.line.asked).toHaveLength(asked + 1);
  });
});

describe('an answer that the vendor keeps', () => {
  const SECRET = 'https://cache.tikhub.io/api/v1/cache/public/r1?sign=SECRET-SIGN';
  const kept = (cacheUrl = SECRET) => createTest(() => ({ ...OK, cacheUrl }), { cacheHours: 1 });

  it('is read again for free once ours is too old, as old as it is', async () => {
    const test = kept();
    const first = await test.gateway.call('note.detail', { noteId: 'n1' }, terms());
    test.clock.set(test.clock.now() + 5 * HOUR);
    const again = await test.gateway.call('note.detail', { noteId: 'n1' }, terms());

    expect(test.line.urls[1]).toBe(SECRET);
    expect(again.report).toMatchObject({ cached: 'vendor', at: first.report.at, billedCalls: 0 });
    expect(again.observation.at).toBe(first.report.at);
    expect([...test.entries.values()].at(-1)).toMatchObject({
      cached: 'vendor',
      billed: false,
      outcome: 'ok',
    });
    expect(JSON.stringify([again, [...test.entries.values()], test.memory])).not.toContain('SECRET');
  });

  it('is not taken by who wants it younger, nor after a day', async () => {
    const test = kept();
    await test.gateway.call('note.detail', { noteId: 'n1' }, terms());
    test.clock.set(test.clock.now() + 5 * HOUR);
    await test.gateway.call('note.detail', { noteId: 'n1' }, terms({ maxAgeMs: 1 }));
    test.clock.set(test.clock.now() + 25 * HOUR);
    await test.gateway.call('note.detail', { noteId: 'n1' }, terms());
    expect(test.line.asked).toEqual([V2, V2, V2]);
  });

  it('is only looked for at the vendor itself, and asked anew where it is not there', async () => {
    const test = kept('https://cache.tikhub.io.evil.test/steal');
    await test.gateway.call('note.detail', { noteId: 'n1' }, terms());
    test.clock.set(test.clock.now() + 5 * HOUR);
    await test.gateway.call('note.detail', { noteId: 'n1' }, terms());
    expect(test.line.asked).toEqual([V2, V2]);

    const gone = createTest(
      ({ hostname }) => (hostname === 'cache.tikhub.io' ? { fail: server } : { ...OK, cacheUrl: SECRET }),
      { cacheHours: 1 },
    );
    await gone.gateway.call('note.detail', { noteId: 'n1' }, terms());
    gone.clock.set(gone.clock.now() + 5 * HOUR);
    expect((await gone.gateway.call('note.detail', { noteId: 'n1' }, terms())).report.billedCalls).toBe(1);
  });
});

describe('the pace', () => {
  it('is that of the plan, over workers too', async () => {
    const test = createGatewayUnderTest([detailSeries('parsebot')], () => OK);
    for (let i = 0; i < 7; i += 1) await test.gateway.call('note.detail', { noteId: `a${i}` }, terms());
    const gateway = test.restart();
    for (let i = 0; i < 7; i += 1) await gateway.call('note.detail', { noteId: `b${i}` }, terms());

    const sent = test.passed;
    for (const at of sent) {
      expect(sent.filter((other) => other > at - 60_000 && other <= at).length).toBeLessThanOrEqual(5);
    }
    expect((sent.at(-1) ?? 0) - (sent[0] ?? 0)).toBe(2 * 61_000);
  });

  it('counts repeated calls, and the series of one family together', async () => {
    const test = createGatewayUnderTest(
      [detailSeries('tikhub-app-v2'), detailSeries('tikhub-app')],
      ({ pathname }) => (pathname === V2 ? { fail: server } : OK),
    );
    await Promise.all(
      Array.from({ length: 6 }, (_, i) => test.gateway.call('note.detail', { noteId: `n${i}` }, terms())),
    );
    const sent = test.passed;
    expect(sent.length).toBeGreaterThan(12);
    for (const at of sent) {
      expect(sent.filter((other) => other > at - 1_000 && other <= at).length).toBeLessThanOrEqual(10);
      expect(sent.filter((other) => other > at - 100 && other <= at)).toHaveLength(1);
    }
  });

  it('is half of that for a while after a refusal, over workers too, and then what it was', async () => {
    let refusals = 1;
    const test = createGatewayUnderTest([detailSeries('tikhub-app-v2')], () => {
      if (refusals === 0) return OK;
      refusals -= 1;
      return { fail: { kind: 'rate-limited', billed: false, retryAfterMs: 1_000 } };
    });
    const span = async (calls: number, name: string) => {
      const gateway = test.restart();
      const from = test.clock.now();
      for (let i = 0; i < calls; i += 1)
        await gateway.call('note.detail', { noteId: `${name}${i}` }, terms());
      return test.clock.now() - from;
    };
    await span(1, 'refused');
    expect(await span(10, 'slow')).toBeGreaterThanOrEqual(9 * 200);
    test.clock.set(test.clock.now() + 10_000);
    expect(await span(10, 'usual')).toBeLessThan(9 * 120);
    expect(test.line.asked).toHaveLength(22);
  });

  it('ends with the credits of the month, without a call', async () => {
    const test = createGatewayUnderTest([detailSeries('parsebot')], () => OK, { dailyBudget: {} });
    for (let i = 0; i < 100; i += 1) await test.gateway.call('note.detail', { noteId: `n${i}` }, terms());
    const gateway = test.restart();
    const error = await gateway
      .call('note.detail', { noteId: 'one more' }, terms())
      .catch((thrown: AppError) => thrown);
    expect(error).toMatchObject({ code: 'providers-failed', details: { kind: 'quota' } });
    expect(test.line.asked).toHaveLength(100);

    test.credentials.parsebot = keyOf('parsebot', { plan: 'hobby' });
    test.clock.set(test.clock.now() + 2 * HOUR);
    await gateway.call('note.detail', { noteId: 'one more' }, terms());
  });
});

describe('a list', () => {
  const pages = (id: 'tikhub-app-v2' | 'justoneapi') =>
    createFakeSeries(id, { 'search.notes': [fakeEndpoint('search.notes', `/${id}/search`)] });

  it('stays with who gave its first page, whatever the order says by then', async () => {
    const test = createGatewayUnderTest(
      [pages('tikhub-app-v2'), pages('justoneapi')],
      ({ searchParams }) => ({
        payload: { notes: [], nextCursor: `after ${searchParams.get('cursor') ?? 'the start'}` },
      }),
    );
    const first = await test.gateway.call('search.notes', { keyword: '咖啡' }, terms());
    test.settings = { ...test.settings, order: ['justoneapi'], off: ['tikhub-app-v2'] };
    const cursor = first.value.nextCursor ?? '';
    const second = await test.gateway.call('search.notes', { keyword: '咖啡', cursor }, terms());

    expect(second.report.provider).toBe('tikhub-app-v2');
    expect(new URL(test.line.urls[1] ?? '').searchParams.get('cursor')).toBe('after the start');
    expect(second.value.nextCursor).not.toBe(cursor);
  });

  it('does not go on from a cursor of nobody', async () => {
    const test = createGatewayUnderTest([pages('justoneapi')], () => ({ payload: { notes: [] } }));
    for (const cursor of ['2', '["evil","",""]', '{}', '']) {
      await expect(
        test.gateway.call('search.notes', { keyword: 'a', cursor }, terms()),
      ).rejects.toMatchObject({
        code: 'invalid-input',
      });
    }
    expect(test.line.asked).toEqual([]);
  });
});
