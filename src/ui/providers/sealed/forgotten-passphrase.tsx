import { useSignal } from '@preact/signals';
import { Button } from '../../controls/button';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { ConfirmDialog } from '../../surfaces/confirm-dialog';
import { useTexts } from '../../text-context';
import { LaidAsideNotice } from './laid-aside-notice';

/** The way on for who has forgotten the passphrase: what is sealed with it is given up, and everything else stays. */
export function ForgottenPassphrase({ onDone }: { readonly onDone: () => void }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const asking = useSignal(false);
  const discard = async () => {
    asking.value = false;
    if (!(await save(ports.client('vault.discard', {})))) return;
    toasts.show(t('keys.vault-discarded'));
    onDone();
  };
  return (
    <>
      <Button kind="ghost" onClick={() => (asking.value = true)}>
        {t('keys.vault-forgotten')}
      </Button>
      {asking.value && (
        <ConfirmDialog
          danger
          title={t('keys.vault-discard-title')}
          confirmLabel={t('keys.vault-discard-go')}
          onConfirm={() => void discard()}
          onClose={() => (asking.value = false)}
        >
          <p>{t('keys.vault-discard-text')}</p>
          <LaidAsideNotice />
        </ConfirmDialog>
      )}
    </>
  );
}
