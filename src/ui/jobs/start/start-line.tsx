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
import { useJobEstimate, type JobEstimate, type WantedJob } from '../state/use-job-estimate';
import { toJobCostWords } from '../to-job-words';
import { BudgetChoice } from './budget-choice';
import '../jobs.css';

export interface StartLineProps {
  readonly wanted: WantedJob;
  /** Begun with it, one after the other, each at the same price and with a limit of its own. */
  readonly others?: readonly (WantedJob & { readonly title: string })[];
  /** What the job is about, in the user's words; absent: the note's title. */
  readonly title?: string;
  /** What the button says. */
  readonly label: string;
  /** Stands before the price: how much is wanted. */
  readonly count?: string;
  /** The first of them, which need not be a new one: what was paused for the same goes on. */
  readonly onStarted: (job: Job) => void;
}

/** The end of every form that starts a job: the most it may cost, what it will cost, and the press that begins it. */
export function StartLine({ wanted, others = [], title, label, count, onStarted }: StartLineProps) {
  const { ports } = useUi();
  const texts = useTexts();
  const id = useId();
  const busy = useSignal(false);
  const failure = useSignal<AppError | undefined>(undefined);
  const budget = useSignal<Amounts | undefined>(undefined);
  const limit = budget.value === undefined ? {} : { budget: budget.value };
  const of = useJobEstimate({ ...wanted, ...limit }).value;
  const one = of && findValue(of);
  const estimate = one && toEstimateOf(one, 1 + others.length);
  const start = async () => {
    busy.value = true;
    failure.value = undefined;
    try {
      const named = title === undefined ? {} : { title };
      const [first, ...further] = [{ ...wanted, ...named }, ...others];
      const job = await ports.client('job.start', { ...first, ...limit, agreed: true });
      // Pressed again after a failure in the middle, those that have begun are not begun twice.
      for (const next of further) await ports.client('job.start', { ...next, ...limit, agreed: true });
      onStarted(job);
    } catch (thrown) {
      failure.value = toAppError(thrown);
    } finally {
      busy.value = false;
    }
  };
  return (
    <>
      <BudgetChoice
        budget={budget.value}
        isEach={others.length > 0}
        onChange={(next) => (budget.value = next)}
      />
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

/** What so many jobs will cost, each as much as the one. */
export function toEstimateOf(estimate: JobEstimate, jobs: number): JobEstimate {
  const { calls, cost } = estimate;
  if (jobs === 1) return estimate;
  return {
    ...estimate,
    calls: calls * jobs,
    ...(cost === undefined
      ? {}
      : {
          cost: Object.fromEntries(
            Object.entries(cost).map(([currency, amount]) => [currency, amount * jobs]),
          ),
        }),
  };
}
