import { isOver } from '../../../model/jobs/job';
import { Moment } from '../../content/moment';
import { Button } from '../../controls/button';
import { Chip } from '../../controls/chip';
import { JobActions } from '../../jobs/job-actions';
import { JobProgress } from '../../jobs/job-progress';
import type { SeenJob } from '../../jobs/state/create-jobs-store';
import { toJobTitle } from '../../jobs/to-job-words';
import { useTexts } from '../../text-context';
import { PeopleCsv } from './people-csv';

/** One job of the list: what it is about, how far it is, and what can be done at once. */
export function JobLine({ seen, onOpen }: { seen: SeenJob; onOpen: () => void }) {
  const texts = useTexts();
  const { t } = texts;
  const { job } = seen;
  const title = toJobTitle(job, texts);
  return (
    <article class="job-line stack stack-tight" aria-label={title}>
      <div class="row row-between">
        <p class="job-title cut">{title}</p>
        <Chip>{t(`jobs.state-${job.state}`)}</Chip>
      </div>
      <JobProgress seen={seen} />
      {job.error && <p class="small job-over">{t(`error.${job.error.code}`)}</p>}
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
          <Button size="small" onClick={onOpen}>
            {t('jobs.details')}
          </Button>
        </div>
      </div>
    </article>
  );
}
