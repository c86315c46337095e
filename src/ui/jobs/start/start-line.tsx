import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { toAppError, type AppError } from '../../../model/errors';
import type { Job } from '../../../model/jobs/job';
import type { Amounts } from '../../../model/providers/price';
import { Button } from '../../controls/button';
import { canAsk } from '../../enrich/enrich-line';
import { CostNote } from '../../providers/cost-note';
import { ProviderProblem } from '../../providers/provider-problem';
import { useUi } from '../../shell/ui-context';
import { findValue } from '../../stores/async';
import { useTexts } from '../../text-context';
import { useJobEstimate, type WantedJob } from '../state/use-job-estimate';
import { toJobCostWords } from '../to-job-words';
import { BudgetChoice } from './budget-choice';
import '../jobs.css';

export interface StartLineProps {
  readonly wanted: WantedJob;
  /** What the job is about, in the user's words; absent: the note's title. */
  readonly title?: string;
  /** What the button says. */
  readonly label: string;
  /** Stands before the price: how much is wanted. */
  readonly count?: string;
  /** The job, which need not be a new one: what was paused for the same goes on. */
  readonly onStarted: (job: Job) => void;
}

/** The end of every form that starts a job: the most it may cost, what it will cost, and the press that begins it. */
export function StartLine({ wanted, title, label, count, onStarted }: StartLineProps) {
  const { ports } = useUi();
  const texts = useTexts();
  const id = useId();
  const busy = useSignal(false);
  const failure = useSignal<AppError | undefined>(undefined);
  const budget = useSignal<Amounts | undefined>(undefined);
  const order = { ...wanted, ...(budget.value === undefined ? {} : { budget: budget.value }) };
  const of = useJobEstimate(order).value;
  const estimate = of && findValue(of);
  const start = async () => {
    busy.value = true;
    failure.value = undefined;
    try {
      const named = title === undefined ? {} : { title };
      onStarted(await ports.client('job.start', { ...order, ...named, agreed: true }));
    } catch (thrown) {
      failure.value = toAppError(thrown);
    } finally {
      busy.value = false;
    }
  };
  return (
    <>
      <BudgetChoice budget={budget.value} onChange={(next) => (budget.value = next)} />
      <div class="enrich-line">
        <Button
          kind="primary"
          icon="sparkle"
          busy={busy.value}
          disabled={!canAsk(of)}
          describedBy={id}
          onClick={() => void start()}
        >
          {label}
        </Button>
        {estimate && estimate.gap === undefined ? (
          <p class={estimate.fitsBudget ? 'small soft grow' : 'small grow job-over'} id={id}>
            {[count, toJobCostWords(estimate, texts)].filter((part) => part !== undefined).join(' · ')}
          </p>
        ) : (
          <CostNote of={of} id={id} />
        )}
      </div>
      {failure.value && <ProviderProblem error={failure.value} onRetry={() => void start()} />}
    </>
  );
}
