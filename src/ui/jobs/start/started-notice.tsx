import type { Job } from '../../../model/jobs/job';
import { Button } from '../../controls/button';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { useShowJob } from '../state/use-show-job';

/** Where a job goes on that was just begun, or was there already. */
export function StartedNotice({ job, onLeave }: { job: Job; onLeave: () => void }) {
  const { t } = useTexts();
  const showJob = useShowJob();
  const isNew = job.startedAt === undefined;
  const show = () => {
    onLeave();
    showJob(job.jobId);
  };
  return (
    <Notice
      icon="check"
      tone="good"
      shape="line"
      title={t(isNew ? 'collecting.started' : 'collecting.goes-on')}
      actions={
        <Button kind="primary" size="small" onClick={show}>
          {t('jobs.details')}
        </Button>
      }
    >
      {t(isNew ? 'collecting.started-text' : 'collecting.goes-on-text')}
    </Notice>
  );
}
