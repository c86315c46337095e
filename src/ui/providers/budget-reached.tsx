import { useSignal } from '@preact/signals';
import type { ErrorDetails } from '../../model/errors';
import type { Job } from '../../model/jobs/job';
import { CURRENCIES, addPrice, type Amounts, type Currency } from '../../model/providers/price';
import type { FamilyState } from '../../model/providers/provider-state';
import type { ProviderSettings } from '../../model/providers/provider-settings';
import { AmountField } from '../controls/amount-field';
import { Button } from '../controls/button';
import { useSave } from '../shell/use-save';
import { useUi } from '../shell/ui-context';
import { findValue } from '../stores/async';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';
import { formatAmounts } from './format-amounts';
import { useProviders } from './state/use-providers';
import './providers.css';

export interface BudgetReachedProps {
  /**
   * Of the error `budget-reached`: `currency` names the budget that is used up, `scope` is `job` for a job's own. What
   * is not named is asked for in every currency that has a limit.
   */
  readonly details?: ErrorDetails;
  /** The job that was stopped: where its own budget is what is used up, that is raised, and no other job's. */
  readonly job?: Pick<Job, 'jobId' | 'budget' | 'progress'>;
  /** After the limit was raised. */
  readonly onGoOn: () => void;
}

/** The budget stopped it: what was spent, and the limit to raise right here. */
export function BudgetReached({ details = {}, job, onGoOn }: BudgetReachedProps) {
  const { ports, settings } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const save = useSave();
  const families = findValue(useProviders().families.value) ?? [];
  const raised = useSignal<Amounts>({});
  const busy = useSignal(false);
  const now = settings.settings.value?.providers;
  if (!now) return null;
  const field = details['scope'] === 'job' ? 'jobBudget' : 'dailyBudget';
  const own = field === 'jobBudget' ? job : undefined;
  const limits = own?.budget ?? now[field];
  const limited = findLimited(limits, details);
  const sum = own ? own.progress.cost : sumSpent(families);
  const spent = formatAmounts(sum, texts);
  const suggest = (currency: Currency) => suggestLimit(limits[currency] ?? 0, sum[currency] ?? 0);
  const wanted = Object.fromEntries(
    limited.map((currency) => [currency, raised.value[currency] ?? suggest(currency)]),
  );
  const raise = async () => {
    busy.value = true;
    const budget: Amounts = { ...limits, ...wanted };
    const providers: ProviderSettings = { ...now, [field]: budget };
    const isSaved = await save(
      own ? ports.client('job.set-budget', { jobId: own.jobId, budget }) : settings.change({ providers }),
    );
    busy.value = false;
    if (isSaved) onGoOn();
  };
  return (
    <Notice icon="coins" tone="warn" title={t('providers.budget-title')}>
      <div class="stack budget-raise">
        <p>{t('providers.budget-text')}</p>
        {own === undefined && spent !== undefined && (
          <p class="small">{t('providers.budget-spent', { amount: spent })}</p>
        )}
        <div class="row wrap budget-fields">
          {limited.map((currency) => {
            const unit = t(`providers.unit-${currency}`);
            const label = t(toLimitKey(field, own !== undefined), { unit });
            return (
              <label key={currency} class="budget-field">
                <span class="small soft">{label}</span>
                <AmountField
                  label={label}
                  unit={unit}
                  value={wanted[currency]}
                  placeholder={t('providers.budget-none')}
                  onCommit={(value) => {
                    if (value !== undefined) raised.value = { ...raised.value, [currency]: value };
                  }}
                />
              </label>
            );
          })}
          <Button kind="primary" busy={busy.value} onClick={() => void raise()}>
            {t('providers.budget-raise')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}

function toLimitKey(field: 'jobBudget' | 'dailyBudget', isOwn: boolean) {
  if (field === 'dailyBudget') return 'providers.budget-limit';
  return isOwn ? 'providers.budget-own-limit' : 'providers.budget-job-limit';
}

function findLimited(budget: Amounts, details: ErrorDetails): readonly Currency[] {
  const named = CURRENCIES.filter((currency) => currency === details['currency']);
  return named.length > 0 ? named : CURRENCIES.filter((currency) => budget[currency] !== undefined);
}

/** Twice the limit or twice what is spent already, whichever is more: one press leaves room. Never nothing. */
function suggestLimit(limit: number, spent: number): number {
  const more = Math.max(limit, spent) * 2;
  return more > 0 ? Math.round(more * 1e4) / 1e4 : 1;
}

function sumSpent(families: readonly FamilyState[]): Amounts {
  let sum: Amounts = {};
  for (const { spentToday } of families) {
    for (const currency of CURRENCIES) {
      sum = addPrice(sum, { currency, amount: spentToday[currency] ?? 0 });
    }
  }
  return sum;
}
