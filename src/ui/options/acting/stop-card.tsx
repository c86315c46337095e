import { useSignal } from '@preact/signals';
import { Moment } from '../../content/moment';
import { Button } from '../../controls/button';
import { toReasonOf } from '../../jobs/to-job-words';
import { toSignFace } from '../../shell/to-sign-face';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { AsyncView } from '../../surfaces/async-view';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { useStopped } from './use-stopped';

/** Whether acting stands still for something the site said, and the word to go on. */
export function StopCard() {
  const texts = useTexts();
  const { t } = texts;
  const { ports, toasts } = useUi();
  const save = useSave();
  const busy = useSignal(false);
  const { stopped, refresh } = useStopped();
  return (
    <AsyncView
      of={stopped.value}
      lines={2}
      empty={<Notice icon="check" tone="good" shape="line" title={t('pace.stop-none')} />}
      onRetry={refresh}
    >
      {({ sign, jobs }) => {
        const goOn = async () => {
          busy.value = true;
          // The sign first: while it stands, whatever goes on stops again.
          const isDone = await save(
            (async () => {
              if (sign) await ports.client('stop-sign.dismiss', { tabId: -1 });
              for (const { jobId } of jobs) await ports.client('job.resume', { jobId });
            })(),
          );
          busy.value = false;
          if (isDone) toasts.show(t('pace.gone-on'));
          refresh();
        };
        const reasons = [...new Set(jobs.flatMap(({ error }) => (error ? [toReasonOf(error, texts)] : [])))];
        return (
          <Notice
            icon="shield"
            tone="bad"
            shape="strip"
            title={sign ? t('pace.stop-sign') : t('pace.stop-jobs', { count: jobs.length })}
            actions={
              <Button kind="primary" icon="play" busy={busy.value} onClick={() => void goOn()}>
                {t('pace.go-on')}
              </Button>
            }
          >
            {sign && (
              <p>
                {t(toSignFace(sign.sign, sign.class).key)} <Moment at={sign.at} />
              </p>
            )}
            {sign && jobs.length > 0 && <p>{t('pace.stop-jobs', { count: jobs.length })}</p>}
            {!sign && reasons.map((reason) => <p key={reason}>{reason}</p>)}
            <p class="tiny">{t('pace.stop-hint')}</p>
          </Notice>
        );
      }}
    </AsyncView>
  );
}
