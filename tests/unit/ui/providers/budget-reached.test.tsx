// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { providersEn } from '../../../../src/i18n/en/providers/providers';
import { BudgetReached } from '../../../../src/ui/providers/budget-reached';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { createFamily } from '../support/provider-samples';
import { renderUi, type Rendered } from '../support/render-ui';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

/** The limit that one press sets, of 2 USD, when so much is spent today. */
async function raise(spent: number): Promise<number | undefined> {
  const fake = createFakePorts({
    settings: AGREED,
    answers: {
      'provider.list': () => [createFamily('tikhub', { state: 'ready', spentToday: { USD: spent } })],
      'settings.change': ({ patch }: { patch: object }) => ({ ...AGREED, ...patch }),
    },
  });
  const details = { currency: 'USD', scope: 'day' };
  shown = await renderUi(<BudgetReached details={details} onGoOn={() => undefined} />, fake.ports);
  await shown.click('button', providersEn['providers.budget-raise']);
  const change = fake.calls.findLast(({ name }) => name === 'settings.change');
  const input = change?.input as { patch: { providers: { dailyBudget: { USD?: number } } } } | undefined;
  return input?.patch.providers.dailyBudget.USD;
}

describe('a budget that is used up', () => {
  it('is doubled by one press', async () => {
    expect(await raise(1.9)).toBe(4);
  });

  it('has room above what is spent already, when that is more', async () => {
    expect(await raise(5.2)).toBe(10.4);
  });
});
