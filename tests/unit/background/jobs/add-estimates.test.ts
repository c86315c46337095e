import { describe, expect, it } from 'vitest';
import { addEstimates } from '../../../../src/background/jobs/estimate/add-estimates';

const one = {
  provider: 'tikhub-app-v2',
  calls: 2,
  cost: { USD: 0.02 },
  isCached: false,
  fitsBudget: true,
} as const;

describe('several questions as one estimate', () => {
  it('adds calls and costs, each currency by itself', () => {
    const other = { ...one, provider: 'justoneapi', calls: 3, cost: { CNY: 0.3 } } as const;
    expect(addEstimates([one, other, one])).toEqual({
      provider: 'tikhub-app-v2',
      calls: 7,
      cost: { USD: 0.04, CNY: 0.3 },
      isCached: false,
      fitsBudget: true,
    });
  });

  it('knows no price where one of them has none, and no room where one has none', () => {
    const unpriced = { ...one, cost: undefined };
    const sum = addEstimates([one, { ...unpriced, fitsBudget: false }]);
    expect(sum.cost).toBeUndefined();
    expect(sum.fitsBudget).toBe(false);
  });

  it('has the gap of whoever cannot be asked', () => {
    const nobody = { calls: 1, isCached: false, fitsBudget: true, gap: 'no-key' } as const;
    expect(addEstimates([one, nobody])).toMatchObject({ gap: 'no-key', calls: 3 });
  });
});
