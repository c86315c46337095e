import { useSignal } from '@preact/signals';
import { Button } from '../../../controls/button';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { ConfirmDialog } from '../../../surfaces/confirm-dialog';
import { useTexts } from '../../../text-context';

/** Empties the log of actions, after asking once. */
export function EmptyLog() {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const asking = useSignal(false);
  const empty = async () => {
    asking.value = false;
    if (await save(ports.client('action.empty-log', {}))) toasts.show(t('log.emptied'));
  };
  return (
    <>
      <Button size="small" kind="ghost" icon="trash" onClick={() => (asking.value = true)}>
        {t('log.empty')}
      </Button>
      {asking.value && (
        <ConfirmDialog
          danger
          title={t('log.empty-title')}
          confirmLabel={t('log.empty-go')}
          onConfirm={() => void empty()}
          onClose={() => (asking.value = false)}
        >
          <p>{t('log.empty-text')}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
