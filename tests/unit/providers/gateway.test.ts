import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../src/model/errors';
import type { ProviderErrorKind, ProviderFailure } from '../../../src/model/providers/provider-error';
import { createFakeSeries, detailSeries, fakeEndpoint, noteOf } from '../../support/providers/fake-series';
import type { FakeAnswer } from '../../support/providers/fake-series';
import { createGatewayUnderTest, keyOf, terms } from '../../support/providers/gateway-under-test';

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
const APP = '/tikhub-app/detail';
const JUST = '/justoneapi/detail';
const PARSE = '/parsebot/detail';

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

describe('a question', () => {
  it('is answered by the first in the order, in one call', async () => {
    const test = createTest({});
    const { value, report, observation } = await ask(test);

    expect(value.note.noteId).toBe('n1');
    expect(test.line.asked).toEqual([V2]);
    expect(report).toMatchObject({ provider: 'tikhub-app-v2', endpoint: V2, billedCalls: 1, failed: [] });
    expect(observation).toEqual({ source: 'tikhub-app-v2', via: V2, at: test.clock.now() });
  });

  it('follows the order of the settings, and one of its own for the operation', async () => {
    const test = createTest({}, { order: ['justoneapi', 'tikhub-app-v2'] });
    await ask(test);
    test.settings = { ...test.settings, orderOf: { 'note.detail': ['parsebot'] } };
    await ask(test, 'n2');
    expect(test.line.asked).toEqual([JUST, PARSE]);
  });

  it('passes over series that are off, have no key, or cannot say what is asked', async () => {
    const picky = createFakeSeries('tikhub-web-v3', {
      'note.detail': [
        fakeEndpoint('note.detail', '/picky', ({ xsecToken }) => (xsecToken ? undefined : 'token')),
      ],
    });
    const test = createGatewayUnderTest([picky, ...SERIES], () => OK, {
      off: ['tikhub-app-v2'],
      order: ['tikhub-web-v3', 'justoneapi', 'tikhub-app-v2', 'tikhub-app'],
    });
    test.credentials = { tikhub: keyOf('tikhub') };
    await test.gateway.call('note.detail', { noteId: 'n1' }, terms());
    await test.gateway.call('note.detail', { noteId: 'n2', xsecToken: 't' }, terms());
    expect(test.line.asked).toEqual([APP, '/picky']);
  });

  it.each([
    [{}, 'no-provider', 'no-key'],
    [{ tikhub: 'locked' }, 'vault-locked', undefined],
  ] as const)('nobody can be asked %#', async (credentials, code, gap) => {
    const test = createTest({});
    test.credentials = credentials;
    const error = await errorOf(ask(test));
    expect(error.code).toBe(code);
    expect(error.details['gap']).toBe(gap);
    expect((await test.gateway.estimate('note.detail', { noteId: 'n1' })).gap).toBe(gap ?? 'locked');
  });
});

describe('a failure', () => {
  it('moves on to the next, and the report says who failed', async () => {
    const test = createTest({ [V2]: fail('bad-request', { requestId: 'bad1' }) });
    const { report } = await ask(test);

    expect(report.provider).toBe('tikhub-app');
    expect(report.failed).toEqual([
      {
        kind: 'bad-request',
        provider: 'tikhub-app-v2',
        operation: 'note.detail',
        billed: false,
        requestId: 'bad1',
        status: 200,
      },
    ]);
    expect([...test.entries.values()].map(({ outcome, billed }) => [outcome, billed])).toEqual([
      ['bad-request', false],
      ['ok', true],
    ]);
  });

  it('that passes is tried again, with pauses', async () => {
    const test = createTest({ [V2]: (times) => (times < 3 ? fail('server') : OK) });
    const { report } = await ask(test);

    expect(test.line.asked).toEqual([V2, V2, V2]);
    expect(report).toMatchObject({ provider: 'tikhub-app-v2', billedCalls: 1 });
    expect(test.clock.slept).toHaveLength(2);
  });

  it('that was charged for is asked of one further family, and of no third', async () => {
    const billed = fail('upstream-failed', { billed: true });
    const test = createTest({ [V2]: billed, [JUST]: billed });
    const error = await errorOf(ask(test));

    expect(test.line.asked).toEqual([V2, JUST]);
    expect(error.code).toBe('providers-failed');
    expect(error.details).toMatchObject({ kind: 'upstream-failed', attempts: 2, isFinal: false });
  });

  it('to find it is final only when two families agree', async () => {
    const one = createTest({ [V2]: fail('not-found') });
    expect((await ask(one)).report.provider).toBe('justoneapi');
    const two = createTest({ [V2]: fail('not-found'), [JUST]: fail('not-found') });
    expect((await errorOf(ask(two))).details).toMatchObject({ kind: 'not-found', isFinal: true });
    expect(two.line.asked).toEqual([V2, JUST]);
  });

  it('to find it is final at once where the site itself said so', async () => {
    const test = createTest({ [V2]: fail('not-found', { billed: true, reason: 'site-510000' }) });
    expect((await errorOf(ask(test))).details).toMatchObject({ kind: 'not-found', isFinal: true });
    expect(test.line.asked).toEqual([V2]);
  });

  it.each(['auth', 'balance'] as const)('%s takes the key out, and the rest goes on', async (kind) => {
    const test = createTest({ [V2]: fail(kind, { status: 402 }) });
    expect((await ask(test)).report.provider).toBe('justoneapi');
    expect(test.memory.families.tikhub?.out?.failure).toMatchObject({ kind, status: 402 });
    await ask(test, 'n2');
    expect(test.line.asked).toEqual([V2, JUST, JUST]);
  });

  it('`deprecated` takes the door out and leaves others of the series', async () => {
    const test = createGatewayUnderTest([detailSeries('tikhub-app', '/v7', '/v4')], ({ pathname }) =>
      pathname === '/v7' ? fail('deprecated') : OK,
    );
    await test.gateway.call('note.detail', { noteId: 'n1' }, terms());
    await test.gateway.call('note.detail', { noteId: 'n2' }, terms());
    expect(test.line.asked).toEqual(['/v7', '/v4', '/v4']);
  });

  it('`enterprise` takes the series out with its reason', async () => {
    const test = createTest({ [V2]: fail('forbidden', { reason: 'enterprise' }) });
    await ask(test);
    await ask(test, 'n2');
    expect(test.line.asked).toEqual([V2, APP, APP]);
    expect(test.memory.takenOut).toMatchObject([{ provider: 'tikhub-app-v2', reason: 'enterprise' }]);
  });

  it('again and again opens the circuit, which says until when, and closes with an answer', async () => {
    let isDown = true;
    const test = createGatewayUnderTest(
      [detailSeries('tikhub-app-v2'), detailSeries('justoneapi')],
      ({ pathname }) => (pathname === V2 && isDown ? fail('invalid-response') : OK),
    );
    for (const noteId of ['a', 'b', 'c', 'd', 'e', 'f']) await ask(test, noteId);
    expect(test.line.asked.filter((path) => path === V2)).toHaveLength(5);
    const until = test.memory.series['tikhub-app-v2']?.restsUntil ?? 0;
    expect(until).toBeGreaterThan(test.clock.now());

    test.clock.set(until);
    isDown = false;
    expect((await ask(test, 'g')).report.provider).toBe('tikhub-app-v2');
    expect(test.memory.series['tikhub-app-v2']).toBeUndefined();
  });

  it('again and again rests no longer for a clock that is set back', async () => {
    const test = createTest({ [V2]: fail('invalid-response') });
    for (const noteId of ['a', 'b', 'c', 'd', 'e', 'f']) await ask(test, noteId);
    const asked = () => test.line.asked.filter((path) => path === V2);
    expect(asked()).toHaveLength(5);
    const back = test.clock.now() - 86_400_000;
    test.clock.set(back);
    await ask(test, 'g');
    expect(asked()).toHaveLength(6);
    // It has failed once more, and rests as long as it would have: from now on.
    const until = test.memory.series['tikhub-app-v2']?.restsUntil ?? 0;
    expect(until).toBeGreaterThan(test.clock.now());
    expect(until).toBeLessThan(back + 3_600_000);
    await ask(test, 'h');
    expect(asked()).toHaveLength(6);
  });

  it('429 without a time waits and tries again; then the family rests, whatever its series', async () => {
    const test = createTest({ [V2]: fail('rate-limited') });
    expect((await ask(test)).report.provider).toBe('justoneapi');
    expect(test.line.asked).toEqual([V2, V2, V2, JUST]);
    await ask(test, 'n2');
    expect(test.line.asked.slice(4)).toEqual([JUST]);
  });

  it('429 with a time is tried after that time', async () => {
    const test = createTest({
      [V2]: (times) => (times === 1 ? fail('rate-limited', { retryAfterMs: 7_000 }) : OK),
    });
    const before = test.clock.now();
    expect((await ask(test)).report.provider).toBe('tikhub-app-v2');
    expect(test.clock.now() - before).toBeGreaterThanOrEqual(7_000);
  });

  it('that was paid for may be asked again by the user alone, unless nobody knows whether it was', async () => {
    const others = { [APP]: fail('server'), [JUST]: fail('server'), [PARSE]: fail('network') };
    for (const [paid, retryable] of [
      [fail('upstream-failed', { billed: true }), false],
      [fail('network', { billed: true, reason: 'broken-off' }), false],
      [fail('network', { billed: true, reason: 'unanswered' }), true],
      [fail('timeout', { billed: true, reason: 'unanswered' }), true],
      [fail('upstream-failed'), true],
    ] as const) {
      const error = await errorOf(ask(createTest({ [V2]: paid, ...others }), 'n1'));
      expect(error).toMatchObject({ code: 'providers-failed', retryable });
    }
  });

  it('of everybody gives the run by which its attempts are found', async () => {
    const test = createTest({ [V2]: fail('network'), [JUST]: fail('quota'), [PARSE]: fail('server') });
    const error = await errorOf(ask(test, 'n1', { runId: 'run-1' }));
    expect(error).toMatchObject({ code: 'providers-failed', retryable: true });
    expect(error.details).toEqual({ runId: 'run-1', kind: 'server', attempts: 5, isFinal: false });
    expect([...test.entries.values()].every(({ runId }) => runId === 'run-1')).toBe(true);
  });
});
