import type { Job } from '../../model/jobs/job';
import { AppError, type ErrorCode, type ErrorReport } from '../../model/errors';
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
  /** It could not even be written; see `SeenJob`. */
  readonly stuck?: ErrorCode | undefined;
  readonly onResume: () => void;
  /** Not in the panel of the note's own tab. */
  readonly isElsewhere?: boolean;
}

/** Why a job has stopped where it was not the user who stopped it, each with its way on in place. */
export function JobProblem({ isElsewhere = false, ...props }: JobProblemProps) {
  const { job, stuck, onResume } = props;
  if (stuck !== undefined) return <NotWritten code={stuck} isPaused={false} onResume={onResume} />;
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
}: Required<Omit<JobProblemProps, 'stuck'>> & { readonly report: ErrorReport }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const { code, details, retryable } = report;
  if (job.kind === 'load-comments') return <LoadProblem {...{ job, report, onResume, isElsewhere }} />;
  if (code === 'storage-full') return <NotWritten isPaused code={code} onResume={onResume} />;
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

/** What comes cannot be kept: the disk is full, mostly. Paused, the user says when it goes on; else it tries by itself. */
function NotWritten(props: {
  readonly code: ErrorCode;
  readonly isPaused: boolean;
  readonly onResume: () => void;
}) {
  const { code, isPaused, onResume } = props;
  const { ports } = useUi();
  const { t } = useTexts();
  const isFull = code === 'storage-full';
  return (
    <Notice
      icon="alert"
      tone="warn"
      shape="strip"
      title={t(isFull ? 'jobs.full-title' : 'jobs.stuck-title')}
      actions={
        <>
          <Button kind="primary" size="small" icon="play" onClick={onResume}>
            {t(isPaused ? 'jobs.resume' : 'jobs.resume-now')}
          </Button>
          {isFull && (
            <Button size="small" onClick={() => void ports.openPage('library', 'space')}>
              {t('jobs.full-space')}
            </Button>
          )}
        </>
      }
    >
      <p>{isFull ? t(isPaused ? 'jobs.full-paused' : 'jobs.full-waits') : t(`error.${code}`)}</p>
    </Notice>
  );
}
