import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../../src/model/errors';
import { detailSeries, noteOf } from '../../../support/providers/fake-series';
import type { FakeAnswer } from '../../../support/providers/fake-series';
import { createGatewayUnderTest, terms } from '../../../support/providers/gateway-under-test';

const FREE = { enteredPrices: { tikhub: { currency: 'USD', amount: 0 } } } as const;
const SERIES = [detailSeries('tikhub-app-v2')];
const OK: FakeAnswer = { payload: { note: noteOf('n1') } };

describe('what is known to be free', () => {
  it('is never in the ledger as charged for: answered, failed, or still under way', async () => {
    const failed: FakeAnswer = { fail: { kind: 'upstream-failed', billed: true, noRetry: true } };
    const test = createGatewayUnderTest(
      SERIES,
      (_url, times) => {
        const answers = [OK, failed];
        return answers[times - 1] ?? new Promise<FakeAnswer>(() => undefined);
      },
      FREE,
    );
    const ask = (noteId: string) => test.gateway.call('note.detail', { noteId }, terms());

    expect((await ask('a')).report).toMatchObject({ billedCalls: 0, cost: {}, hasUnknownPrice: false });
    await ask('b').catch((thrown: AppError) => thrown);
    void ask('c');
    while (test.line.asked.length < 3) await Promise.resolve();
    expect([...test.entries.values()].map(({ outcome, billed }) => [outcome, billed])).toEqual([
      ['ok', false],
      ['upstream-failed', false],
      ['cancelled', false],
    ]);
  });

  it('tells apart what is charged for', async () => {
    const test = createGatewayUnderTest(SERIES, () => OK);
    expect((await test.gateway.call('note.detail', { noteId: 'a' }, terms())).report.billedCalls).toBe(1);
    expect([...test.entries.values()]).toMatchObject([{ outcome: 'ok', billed: true }]);
  });
});
