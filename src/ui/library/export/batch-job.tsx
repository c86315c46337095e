import { useComputed, type Signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { isOver } from '../../../model/jobs/job';
import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { JobCard } from '../../jobs/job-card';
import { createJobsStore } from '../../jobs/state/create-jobs-store';
import { toReasonOf } from '../../jobs/to-job-words';
import { useUi } from '../../shell/ui-context';
import { findValue } from '../../stores/async';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';

/** How the export goes that was started here, and how it ended. */
export function BatchJob({ jobId }: { jobId: Signal<string | undefined> }) {
  const { ports } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const [{ store, gone }] = useState(() => {
    const leaving = new AbortController();
    return { store: createJobsStore(ports, leaving.signal), gone: leaving };
  });
  useEffect(() => () => gone.abort(), []);
  const seen = useComputed(() => {
    const jobs = findValue(store.jobs.value);
    return jobs?.find(({ job }) => job.jobId === jobId.value);
  }).value;
  if (!seen) return null;
  if (!isOver(seen.job)) return <JobCard seen={seen} />;
  const { state, error, progress } = seen.job;
  const isDone = state === 'done';
  const { itemsDone: done, itemsKnown: total } = progress;
  return (
    <Notice
      icon={isDone ? 'check' : 'alert'}
      tone={isDone ? 'good' : 'warn'}
      shape="line"
      title={t('exporting.batch-done', { done, total })}
      actions={
        <>
          <Button size="small" onClick={() => (location.hash = `#jobs/${seen.job.jobId}`)}>
            {t('jobs.details')}
          </Button>
          <IconButton
            icon="close"
            size={14}
            label={t('words.close')}
            onClick={() => (jobId.value = undefined)}
          />
        </>
      }
    >
      {error && toReasonOf(error, texts)}
    </Notice>
  );
}
