import { CURRENCIES, addPrice } from '../../../model/providers/price';
import type { Amounts } from '../../../model/providers/price';
import type { Estimate } from '../../../model/providers/run';

/**
 * Several questions of one job as one estimate. A price that is not known for one of them is not known for all; whoever
 * cannot be asked for one of them is a gap of the whole.
 */
export function addEstimates(parts: readonly Estimate[]): Estimate {
  const [first] = parts;
  const gap = parts.find((part) => part.gap !== undefined)?.gap;
  const cost = sumCosts(parts);
  return {
    ...(first?.provider === undefined ? {} : { provider: first.provider }),
    calls: parts.reduce((sum, { calls }) => sum + calls, 0),
    ...(cost === undefined ? {} : { cost }),
    isCached: parts.length > 0 && parts.every(({ isCached }) => isCached),
    fitsBudget: parts.every(({ fitsBudget }) => fitsBudget),
    ...(gap === undefined ? {} : { gap }),
  };
}

function sumCosts(parts: readonly Estimate[]): Amounts | undefined {
  let sum: Amounts = {};
  for (const { cost } of parts) {
    if (cost === undefined) return undefined;
    for (const currency of CURRENCIES) {
      const amount = cost[currency];
      if (amount !== undefined) sum = addPrice(sum, { currency, amount });
    }
  }
  return sum;
}
