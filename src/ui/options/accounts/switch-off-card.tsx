import { useSignal } from '@preact/signals';
import { Button } from '../../controls/button';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { ConfirmDialog } from '../../surfaces/confirm-dialog';
import { useTexts } from '../../text-context';

/** Switches several accounts off, which deletes what is saved of them. */
export function SwitchOffCard() {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const asking = useSignal(false);
  const { hasContainers } = ports.loginAccess;
  const switchOff = async () => {
    asking.value = false;
    if (await save(ports.client('account.switch', { agreed: false })))
      toasts.show(t(hasContainers ? 'containers.off-done' : 'accounts.off-done'));
  };
  return (
    <div class="row">
      <Button kind="ghost" icon="close" onClick={() => (asking.value = true)}>
        {t('accounts.off')}
      </Button>
      {asking.value && (
        <ConfirmDialog
          danger
          title={t('accounts.off-title')}
          confirmLabel={t('accounts.off-go')}
          onConfirm={() => void switchOff()}
          onClose={() => (asking.value = false)}
        >
          <p>{t(hasContainers ? 'containers.off-text' : 'accounts.off-text')}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
