import type { Job } from '../../model/jobs/job';
import { AppError, type ErrorReport } from '../../model/errors';
import { Button } from '../controls/button';
import { BudgetReached } from '../providers/budget-reached';
import { ProviderProblem } from '../providers/provider-problem';
import { useUi } from '../shell/ui-context';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';
import { LoadProblem } from './load-problem';
import './jobs.css';

export interface JobProblemProps {
  readonly job: Job;
  readonly onResume: () => void;
  /** Not in the panel of the note's own tab. */
  readonly isElsewhere?: boolean;
}

/** Why a job has stopped where it was not the user who stopped it, each with its way on in place. */
export function JobProblem({ isElsewhere = false, ...props }: JobProblemProps) {
  const { job, onResume } = props;
  if (job.state !== 'paused' || !job.error) return null;
  return (
    <div class="job-problem">
      <Problem job={job} report={job.error} onResume={onResume} isElsewhere={isElsewhere} />
    </div>
  );
}

function Problem({
  job,
  report,
  onResume,
  isElsewhere,
}: Required<JobProblemProps> & { readonly report: ErrorReport }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const { code, details, retryable } = report;
  if (job.kind === 'load-comments') return <LoadProblem {...{ job, report, onResume, isElsewhere }} />;
  if (code === 'budget-reached') return <BudgetReached details={details} job={job} onGoOn={onResume} />;
  if (code === 'no-provider' && details['gap'] === 'out') {
    return (
      <Notice
        icon="alert"
        tone="warn"
        title={t('jobs.out-title')}
        actions={
          <>
            <Button kind="primary" icon="play" onClick={onResume}>
              {t('jobs.resume')}
            </Button>
            <Button icon="key" onClick={() => void ports.openPage('options', 'providers')}>
              {t('providers.open-options')}
            </Button>
          </>
        }
      >
        {t('jobs.out-text')}
      </Notice>
    );
  }
  return <ProviderProblem error={new AppError(code, { details, retryable })} onRetry={onResume} />;
}
