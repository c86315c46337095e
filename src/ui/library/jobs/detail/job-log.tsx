import type { JobLogEntry } from '../../../../model/jobs/job-item';
import { Moment } from '../../../content/moment';
import { toReasonOf } from '../../../jobs/to-job-words';
import { Card } from '../../../surfaces/card';
import { useTexts } from '../../../text-context';

/** What has happened to a job, the newest first. */
export function JobLog({ log }: { log: readonly JobLogEntry[] }) {
  const texts = useTexts();
  const { t } = texts;
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
            {entry.error && <span class="soft">{toReasonOf(entry.error, texts)}</span>}
          </li>
        ))}
      </ol>
    </Card>
  );
}
