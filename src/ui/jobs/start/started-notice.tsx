import type { Job } from '../../../model/jobs/job';
import { Button } from '../../controls/button';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { useShowJob } from '../state/use-show-job';

/** Where a job goes on that was just begun, or was there already; of several, how many there are. */
export function StartedNotice(props: {
  readonly job: Job;
  readonly title?: string;
  readonly isSeveral?: boolean;
  readonly onLeave: () => void;
}) {
  const { job, title, isSeveral = false, onLeave } = props;
  const { t } = useTexts();
  const showJob = useShowJob();
  const isNew = isSeveral || job.startedAt === undefined;
  const show = () => {
    onLeave();
    showJob(isSeveral ? undefined : job.jobId);
  };
  return (
    <Notice
      icon="check"
      tone="good"
      shape="line"
      title={title ?? t(isNew ? 'collecting.started' : 'collecting.goes-on')}
      actions={
        <Button kind="primary" size="small" onClick={show}>
          {t(isSeveral ? 'jobs.details-all' : 'jobs.details')}
        </Button>
      }
    >
      {t(isNew ? 'collecting.started-text' : 'collecting.goes-on-text')}
    </Notice>
  );
}
