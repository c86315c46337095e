import { useSignal } from '@preact/signals';
import { Button } from '../../controls/button';
import { LaidAsideNotice } from '../../providers/sealed/laid-aside-notice';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { ConfirmDialog } from '../../surfaces/confirm-dialog';
import { useTexts } from '../../text-context';

/** Deletes everything, after a word was typed: nothing brings it back. */
export function DeleteSection() {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const asking = useSignal(false);
  const busy = useSignal(false);
  const remove = async () => {
    asking.value = false;
    busy.value = true;
    if (await save(ports.client('everything.delete', {}))) toasts.show(t('options.deleted-all'));
    busy.value = false;
  };
  return (
    <Card title={t('options.delete-all')}>
      <div class="row wrap row-between">
        <p class="small soft options-delete">{t('options.delete-all-hint')}</p>
        <Button kind="danger" icon="trash" busy={busy.value} onClick={() => (asking.value = true)}>
          {t('options.delete-all-button')}
        </Button>
      </div>
      {asking.value && (
        <ConfirmDialog
          danger
          title={t('options.delete-all')}
          confirmLabel={t('options.delete-all-confirm')}
          typedWord={t('options.delete-all-word')}
          onConfirm={() => void remove()}
          onClose={() => (asking.value = false)}
        >
          <p>{t('options.delete-all-hint')}</p>
          <LaidAsideNotice />
        </ConfirmDialog>
      )}
    </Card>
  );
}
