import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../../src/model/errors';
import { detailSeries, noteOf } from '../../../support/providers/fake-series';
import type { FakeAnswer } from '../../../support/providers/fake-series';
import { createGatewayUnderTest, keyOf, terms } from '../../../support/providers/gateway-under-test';

const OK: FakeAnswer = { payload: { note: noteOf('n1') } };
/** What the free plan holds (Parse.bot's pricing page, 2026). */
const CREDITS = 100;

function createTest(answer: (times: number) => FakeAnswer = () => OK) {
  const test = createGatewayUnderTest([detailSeries('parsebot')], (_url, times) => answer(times), {
    dailyBudget: {},
  });
  const ask = (noteId: string) => test.gateway.call('note.detail', { noteId }, terms());
  const use = async (count: number) => {
    for (let i = 0; i < count; i += 1) await ask(`used ${i}`);
  };
  return { test, ask, use };
}

describe("a key's credits of the month", () => {
  it('are not exceeded by calls that wait for their turn at the same time', async () => {
    const { test, ask, use } = createTest();
    await use(CREDITS - 2);
    const ends = await Promise.allSettled(['a', 'b', 'c', 'd', 'e'].map(ask));
    expect(ends.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
      'rejected',
    ]);
    expect(test.line.asked).toHaveLength(CREDITS);
  });

  it('are those of that key: another one has its own, and an old one saved again has used what it has', async () => {
    const { test, ask, use } = createTest();
    await use(CREDITS);
    expect(await ask('x').catch((thrown: AppError) => thrown.details['kind'])).toBe('quota');

    test.clock.set(test.clock.now() + 2 * 3_600_000);
    test.credentials.parsebot = keyOf('parsebot', { key: 'ANOTHER-SECRET-KEY' });
    expect((await ask('x')).report.billedCalls).toBe(1);

    test.credentials.parsebot = keyOf('parsebot', { savedAt: test.clock.now() });
    expect(await ask('y').catch((thrown: AppError) => thrown.details['kind'])).toBe('quota');
    expect(JSON.stringify([...test.entries.values()])).not.toContain('SECRET');
  });

  it('are not used by what was not charged for', async () => {
    const { ask, use } = createTest((times) =>
      times === 1 ? { fail: { kind: 'bad-request', billed: false } } : OK,
    );
    await ask('refused').catch((thrown: AppError) => thrown);
    await use(CREDITS);
    expect(await ask('x').catch((thrown: AppError) => thrown.details['kind'])).toBe('quota');
  });
});
