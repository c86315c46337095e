import { withoutKey } from '../../../lib/without-key';
import { CURRENCIES, addPrice, type Amounts, type Currency } from '../../../model/providers/price';
import type { Settings } from '../../../model/settings';
import { AmountField } from '../../controls/amount-field';
import { formatPrice } from '../../providers/format-amounts';
import { useProviders } from '../../providers/state/use-providers';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { findValue } from '../../stores/async';
import { Card } from '../../surfaces/card';
import { ProgressBar } from '../../surfaces/progress-bar';
import { useTexts } from '../../text-context';

/** The most that may be spent in a day and in one job, by currency, and how much of today's is gone. */
export function BudgetCard({ now }: { now: Settings }) {
  const { settings } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const save = useSave();
  const families = findValue(useProviders().families.value) ?? [];
  const set = (field: 'dailyBudget' | 'jobBudget', currency: Currency, value: number | undefined) => {
    const before = now.providers[field];
    const budget: Amounts =
      value === undefined ? withoutKey(before, currency) : { ...before, [currency]: value };
    void save(settings.change({ providers: { ...now.providers, [field]: budget } }));
  };
  return (
    <Card title={t('spending.budget')}>
      <p class="small soft">{t('spending.budget-hint')}</p>
      <div class="budgets">
        {CURRENCIES.map((currency) => {
          const unit = t(`providers.unit-${currency}`);
          const limit = now.providers.dailyBudget[currency];
          const spent = families.reduce<Amounts>(
            (sum, family) => addPrice(sum, { currency, amount: family.spentToday[currency] ?? 0 }),
            {},
          )[currency];
          return (
            <section class="budget" key={currency} aria-label={unit}>
              <h3 class="budget-unit">{unit}</h3>
              <div class="budget-line">
                <span class="small soft">{t('spending.budget-day')}</span>
                <AmountField
                  label={t('spending.budget-day-of', { unit })}
                  unit={unit}
                  value={limit}
                  placeholder={t('spending.budget-none')}
                  onCommit={(value) => set('dailyBudget', currency, value)}
                />
              </div>
              {limit !== undefined && (
                <ProgressBar
                  kind="measure"
                  label={t('spending.spent')}
                  value={spent ?? 0}
                  max={limit === 0 ? 1 : limit}
                  text={formatPrice({ currency, amount: spent ?? 0 }, texts)}
                />
              )}
              <div class="budget-line">
                <span class="small soft">{t('spending.budget-job')}</span>
                <AmountField
                  label={t('spending.budget-job-of', { unit })}
                  unit={unit}
                  value={now.providers.jobBudget[currency]}
                  placeholder={t('spending.budget-none')}
                  onCommit={(value) => set('jobBudget', currency, value)}
                />
              </div>
            </section>
          );
        })}
      </div>
    </Card>
  );
}
