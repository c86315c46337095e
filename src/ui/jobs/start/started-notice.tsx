import { Button } from '../../controls/button';
import { useUi } from '../../shell/ui-context';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';

/** Where a job goes on that was just begun. */
export function StartedNotice({ jobId, onLeave }: { jobId: string; onLeave: () => void }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const show = () => {
    onLeave();
    const screen = `jobs/${jobId}`;
    // In the library itself its own address says which screen it is.
    if (location.pathname.endsWith('/library.html')) location.hash = `#${screen}`;
    else void ports.openPage('library', screen);
  };
  return (
    <Notice
      icon="check"
      tone="good"
      shape="line"
      title={t('collecting.started')}
      actions={
        <Button kind="primary" size="small" onClick={show}>
          {t('jobs.details')}
        </Button>
      }
    >
      {t('collecting.started-text')}
    </Notice>
  );
}
