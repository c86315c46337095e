import { useSignal } from '@preact/signals';
import type { ActingSettings } from '../../../model/actions/acting-settings';
import { Button } from '../../controls/button';
import { Switch } from '../../controls/switch';
import { Card } from '../../surfaces/card';
import { Dialog } from '../../surfaces/dialog';
import { useTexts } from '../../text-context';
import { useActingChange } from './use-acting-change';

/** Whether the last press is made at all, and whether queues make it themselves: on only after the risk was read. */
export function SendingCard({ acting }: { acting: ActingSettings }) {
  const { t } = useTexts();
  const change = useActingChange(acting);
  const isAsking = useSignal(false);
  return (
    <Card title={t('pace.sending')}>
      <div class="lines">
        <Switch
          label={t('pace.rehearse')}
          hint={t('pace.rehearse-hint')}
          on={acting.rehearse}
          onChange={(rehearse) => change({ rehearse })}
        />
        <Switch
          // Falls back to off when the question was left without a yes.
          key={`sends-${isAsking.value}`}
          label={t('pace.sends')}
          hint={t('pace.sends-hint')}
          on={acting.sendsQueues}
          onChange={(on) => {
            if (on) isAsking.value = true;
            else change({ sendsQueues: false });
          }}
        />
      </div>
      {isAsking.value && (
        <RiskDialog
          onConfirm={() => {
            isAsking.value = false;
            change({ sendsQueues: true });
          }}
          onClose={() => (isAsking.value = false)}
        />
      )}
    </Card>
  );
}

function RiskDialog({ onConfirm, onClose }: { onConfirm: () => void; onClose: () => void }) {
  const { t } = useTexts();
  const isRead = useSignal(false);
  return (
    <Dialog
      title={t('pace.sends-sure')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button kind="danger" disabled={!isRead.value} onClick={onConfirm}>
            {t('pace.sends-yes')}
          </Button>
        </>
      }
    >
      <ul class="risks">
        <li>{t('pace.sends-risk-1')}</li>
        <li>{t('pace.sends-risk-2')}</li>
        <li>{t('pace.sends-risk-3')}</li>
      </ul>
      <Switch label={t('pace.sends-read')} on={isRead.value} onChange={(on) => (isRead.value = on)} />
    </Dialog>
  );
}
