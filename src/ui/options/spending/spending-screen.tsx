import type { Settings } from '../../../model/settings';
import { Button } from '../../controls/button';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';
import { BudgetCard } from './budget-card';
import { HabitsCard } from './habits-card';
import { PricesCard } from './prices-card';

/** What providers may cost: budgets, prices, and what is asked without a click. */
export function SpendingScreen({ now }: { now: Settings }) {
  const { ports } = useUi();
  const { t } = useTexts();
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('spending.title')}</h2>
          <p>{t('spending.intro')}</p>
        </div>
        <Button icon="coins" onClick={() => void ports.openPage('library', 'costs')}>
          {t('spending.costs-link')}
        </Button>
      </div>
      <div class="stack options-body">
        <BudgetCard now={now} />
        <HabitsCard now={now} />
        <PricesCard now={now} />
      </div>
    </>
  );
}
