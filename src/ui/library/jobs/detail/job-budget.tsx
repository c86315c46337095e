import { withoutKey } from '../../../../lib/without-key';
import { isOver, type Job } from '../../../../model/jobs/job';
import { CURRENCIES, type Currency } from '../../../../model/providers/price';
import type { Settings } from '../../../../model/settings';
import { AmountField } from '../../../controls/amount-field';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { Card } from '../../../surfaces/card';
import { useTexts } from '../../../text-context';

/** The most a job may cost, by currency, until it is over. An empty field: no limit of its own. */
export function JobBudget({ job, now }: { job: Job; now: Settings }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  if (isOver(job)) return null;
  const budget = job.budget ?? now.providers.jobBudget;
  const set = async (currency: Currency, value: number | undefined) => {
    const next = value === undefined ? withoutKey(budget, currency) : { ...budget, [currency]: value };
    const isDone = await save(ports.client('job.set-budget', { jobId: job.jobId, budget: next }));
    if (isDone) toasts.show(t('jobs.budget-changed'));
  };
  return (
    <Card title={t('jobs.budget')}>
      <div class="row wrap">
        {CURRENCIES.map((currency) => {
          const unit = t(`providers.unit-${currency}`);
          return (
            <AmountField
              key={currency}
              label={t('providers.budget-own-limit', { unit })}
              unit={unit}
              value={budget[currency]}
              placeholder={t('spending.budget-none')}
              onCommit={(value) => void set(currency, value)}
            />
          );
        })}
      </div>
    </Card>
  );
}
