import type { JobLogEntry } from '../../../../model/jobs/job-item';
import { Moment } from '../../../content/moment';
import { Card } from '../../../surfaces/card';
import { useTexts } from '../../../text-context';

/** What has happened to a job, the newest first. */
export function JobLog({ log }: { log: readonly JobLogEntry[] }) {
  const { t } = useTexts();
  return (
    <Card title={t('jobs.log')}>
      <ol class="job-log" tabIndex={0} aria-label={t('jobs.log')}>
        {log.map((entry) => (
          <li key={entry.seq} class="row wrap small">
            <span class="faint tiny">
              <Moment at={entry.at} />
            </span>
            <span>{t(`jobs.log-${entry.event}`)}</span>
            {entry.label !== undefined && <span class="soft">{entry.label}</span>}
            {entry.error && <span class="soft">{t(`error.${entry.error.code}`)}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
