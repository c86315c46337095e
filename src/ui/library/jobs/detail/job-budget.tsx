import { isOver, type Job } from '../../../../model/jobs/job';
import type { Amounts } from '../../../../model/providers/price';
import type { Settings } from '../../../../model/settings';
import { BudgetFields } from '../../../jobs/start/budget-fields';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { Card } from '../../../surfaces/card';
import { useTexts } from '../../../text-context';

/** The most a job may cost, by currency, until it is over. An empty field: no limit of its own. */
export function JobBudget({ job, now }: { job: Job; now: Settings }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  // Where it was the limit that stopped it, the way on beside it raises it.
  if (isOver(job) || (job.state === 'paused' && job.error?.code === 'budget-reached')) return null;
  const budget = job.budget ?? now.providers.jobBudget;
  const set = async (next: Amounts) => {
    const isDone = await save(ports.client('job.set-budget', { jobId: job.jobId, budget: next }));
    if (isDone) toasts.show(t('jobs.budget-changed'));
  };
  return (
    <Card title={t('jobs.budget')}>
      <div class="row wrap">
        <BudgetFields budget={budget} onChange={(next) => void set(next)} />
      </div>
    </Card>
  );
}
