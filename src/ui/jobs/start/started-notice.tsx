import type { Job } from '../../../model/jobs/job';
import { Button } from '../../controls/button';
import { useUi } from '../../shell/ui-context';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';

/** Where a job goes on that was just begun, or was there already. */
export function StartedNotice({ job, onLeave }: { job: Job; onLeave: () => void }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const isNew = job.startedAt === undefined;
  const show = () => {
    onLeave();
    const screen = `jobs/${job.jobId}`;
    // In the library itself its own address says which screen it is.
    if (location.pathname.endsWith('/library.html')) location.hash = `#${screen}`;
    else void ports.openPage('library', screen);
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
