import type { ComponentChildren } from 'preact';
import type { Collection } from '../../model/comment';
import type { Job } from '../../model/jobs/job';
import { Button } from '../controls/button';
import { IconButton } from '../controls/icon-button';
import { useUi } from '../shell/ui-context';
import { Notice } from '../surfaces/notice';
import { useTexts, type Texts } from '../text-context';
import { JobActions, useSteering } from './job-actions';
import { toCostOf, toReasonOf } from './to-job-words';
import { useMissing } from './state/use-missing';
import './jobs.css';

export interface JobEndProps {
  readonly job: Job;
  /** What the last collection of its note came to. */
  readonly collected: Collection | undefined;
  readonly onClose: () => void;
}

/** How a job of a note ended: complete, or what is missing and how to get it. */
export function JobEnd({ job, collected, onClose }: JobEndProps) {
  const { ports } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const { steer, busy } = useSteering(job);
  const missing = useMissing(job);
  const close = <IconButton icon="close" size={14} label={t('words.close')} onClick={onClose} />;
  const cost = toCostOf(job, texts);
  const words = cost === undefined ? undefined : t('jobs.spent', { amount: cost });
  if (job.state === 'done') {
    return (
      <Notice
        icon="check"
        tone="good"
        shape="line"
        title={toDoneTitle(job, collected, texts)}
        actions={close}
      >
        {words}
      </Notice>
    );
  }
  if (job.state === 'cancelled') return <CancelledEnd job={job} cost={words} close={close} />;
  const { failed, short } = missing.value;
  const isLoading = job.kind === 'load-comments';
  // Of a page whose loading did not come to its end, nobody knows what it would have shown.
  const isReadOut = !isLoading || job.progress.itemsFailed === 0;
  const isLess = failed === 0 && short === 0 && job.state === 'partial' && isReadOut;
  return (
    <Notice
      icon="alert"
      tone={job.state === 'failed' ? 'bad' : 'warn'}
      shape="strip"
      title={
        job.state === 'failed' ? t('jobs.failed-title') : t('jobs.partial-title', { rows: job.progress.rows })
      }
      actions={
        <>
          {job.progress.itemsFailed > 0 && (
            <Button icon="refresh" busy={busy.value !== undefined} onClick={() => void steer('job.retry')}>
              {t('jobs.retry')}
            </Button>
          )}
          <Button onClick={() => void ports.openPage('library', `jobs/${job.jobId}`)}>
            {t('jobs.details')}
          </Button>
          {close}
        </>
      }
    >
      {failed > 0 && <p>{t('jobs.partial-failed', { count: failed })}</p>}
      {short > 0 && <p>{t(isLoading ? 'jobs.partial-load' : 'jobs.partial-short', { count: short })}</p>}
      {isLess && <p>{t(isLoading ? 'jobs.partial-load-less' : 'jobs.partial-threads')}</p>}
      {job.error && <p>{toReasonOf(job.error, texts)}</p>}
      {words !== undefined && <p>{words}</p>}
    </Notice>
  );
}

/** The user has ended it: what there is, and that it can go on. */
function CancelledEnd(props: {
  readonly job: Job;
  readonly cost: string | undefined;
  readonly close: ComponentChildren;
}) {
  const { job, cost, close } = props;
  const { t } = useTexts();
  return (
    <Notice
      icon="pause"
      shape="strip"
      title={t('jobs.cancelled-title', { rows: job.progress.rows })}
      actions={
        <>
          <JobActions job={job} />
          {close}
        </>
      }
    >
      <p>{t('jobs.cancelled-text')}</p>
      {cost !== undefined && <p>{cost}</p>}
    </Notice>
  );
}

function toDoneTitle(
  { kind, jobId, progress }: Job,
  collected: Collection | undefined,
  { t }: Texts,
): string {
  if (kind === 'load-comments') return t('jobs.done-load-title', { rows: progress.rows });
  if (kind === 'refresh-comments') return t('jobs.done-refresh-title', { rows: progress.rows });
  const isOwn = collected?.jobId === jobId;
  const title = isOwn && collected.state === 'unknown' ? 'jobs.done-unknown-title' : 'jobs.done-title';
  return t(title, { rows: isOwn ? collected.topLevel + collected.replies : progress.rows });
}
