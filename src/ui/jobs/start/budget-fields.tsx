import { withoutKey } from '../../../lib/without-key';
import { CURRENCIES, type Amounts } from '../../../model/providers/price';
import { AmountField } from '../../controls/amount-field';
import { useTexts } from '../../text-context';

/** A field for each currency that a job may be paid in; an empty one sets no limit. */
export function BudgetFields({ budget, onChange }: { budget: Amounts; onChange: (budget: Amounts) => void }) {
  const { t } = useTexts();
  return (
    <>
      {CURRENCIES.map((currency) => {
        const unit = t(`providers.unit-${currency}`);
        return (
          <AmountField
            key={currency}
            label={t('providers.budget-own-limit', { unit })}
            unit={unit}
            value={budget[currency]}
            placeholder={t('spending.budget-none')}
            onCommit={(value) =>
              onChange(value === undefined ? withoutKey(budget, currency) : { ...budget, [currency]: value })
            }
          />
        );
      })}
    </>
  );
}
