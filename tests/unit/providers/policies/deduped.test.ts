import { describe, expect, it } from 'vitest';
import { detailSeries, noteOf } from '../../../support/providers/fake-series';
import type { FakeAnswer } from '../../../support/providers/fake-series';
import { createGatewayUnderTest, terms } from '../../../support/providers/gateway-under-test';

const OK: FakeAnswer = { payload: { note: noteOf('n1') } };
const SERVER: FakeAnswer = { fail: { kind: 'bad-request', billed: false } };
const SERIES = [detailSeries('tikhub-app-v2'), detailSeries('tikhub-app')];
const PRICES = { tikhub: { currency: 'USD', amount: 0.4 } } as const;

function createTest(answer: (path: string) => FakeAnswer, settings = {}) {
  const test = createGatewayUnderTest(SERIES, ({ pathname }) => answer(pathname), settings);
  const ask = (changes: Parameters<typeof terms>[0]) =>
    test.gateway.call('note.detail', { noteId: 'n1' }, terms(changes));
  return { test, ask };
}

describe('two that ask the same at the same time', () => {
  it('are both told of the attempts that failed, and under which run they stand', async () => {
    const { test, ask } = createTest(() => SERVER);
    const ends = await Promise.allSettled([ask({ runId: 'first' }), ask({ runId: 'second' })]);
    for (const end of ends) {
      expect(end).toMatchObject({
        status: 'rejected',
        reason: { code: 'providers-failed', details: { runId: 'first', kind: 'bad-request', attempts: 2 } },
      });
    }
    expect([...test.entries.values()].map(({ runId }) => runId)).toEqual(['first', 'first']);
  });

  it('are both told who failed before the answer came, and one pays', async () => {
    const { ask } = createTest((path) => (path.includes('v2') ? SERVER : OK), { enteredPrices: PRICES });
    const [first, second] = await Promise.all([ask({ runId: 'first' }), ask({ runId: 'second' })]);
    expect(first.report.failed).toMatchObject([{ kind: 'bad-request', provider: 'tikhub-app-v2' }]);
    expect(second.report).toEqual({ ...first.report, billedCalls: 0, cost: {} });
  });

  it('do not share the budget of a job that only one of them belongs to', async () => {
    const { test, ask } = createTest(() => OK, { enteredPrices: PRICES });
    const poor = { jobId: 'poor', jobBudget: { USD: 0.1 } };
    const [job, user] = await Promise.allSettled([ask(poor), ask({})]);
    expect(job).toMatchObject({ reason: { code: 'budget-reached', details: { scope: 'job' } } });
    expect(user).toMatchObject({ status: 'fulfilled', value: { report: { billedCalls: 1 } } });
    expect(test.line.asked).toHaveLength(1);
  });
});
