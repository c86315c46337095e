import { isOver } from '../../../model/jobs/job';
import { Moment } from '../../content/moment';
import { Button } from '../../controls/button';
import { JobActions } from '../../jobs/job-actions';
import { JobProgress } from '../../jobs/job-progress';
import type { SeenJob } from '../../jobs/state/create-jobs-store';
import { toJobTitle, toReasonOf } from '../../jobs/to-job-words';
import { useTexts } from '../../text-context';
import { bringsComments } from './brings-comments';
import { JobStateChip } from './job-state-chip';
import { PeopleCsv } from './people-csv';

export interface JobLineProps {
  readonly seen: SeenJob;
  readonly onOpen: () => void;
  /** Writes what it has brought so far to files. */
  readonly onExport: () => void;
}

/** One job of the list: what it is about, how far it is, and what can be done at once. */
export function JobLine({ seen, onOpen, onExport }: JobLineProps) {
  const texts = useTexts();
  const { t } = texts;
  const { job } = seen;
  const title = toJobTitle(job, texts);
  return (
    <article class="job-line stack stack-tight" aria-label={title}>
      <div class="row row-between">
        <p class="job-title cut">{job.title ?? title}</p>
        <JobStateChip job={job} />
      </div>
      <JobProgress isBeside seen={seen} />
      {seen.stuck !== undefined ? (
        <p class="small job-over">{t(`error.${seen.stuck}`)}</p>
      ) : (
        job.error && <p class="small job-over">{toReasonOf(job.error, texts)}</p>
      )}
      <div class="row row-between wrap">
        <p class="tiny faint">
          {t('jobs.started')} <Moment at={job.startedAt ?? job.createdAt} />
          {job.endedAt !== undefined && (
            <>
              {' · '}
              {t('jobs.ended')} <Moment at={job.endedAt} />
            </>
          )}
        </p>
        <div class="row wrap">
          <JobActions job={job} />
          {isOver(job) && <PeopleCsv job={job} />}
          {bringsComments(job) && job.progress.rows > 0 && (
            <Button size="small" icon="download" onClick={onExport}>
              {t('jobs.export')}
            </Button>
          )}
          <Button size="small" onClick={onOpen}>
            {t('jobs.details')}
          </Button>
        </div>
      </div>
    </article>
  );
}
