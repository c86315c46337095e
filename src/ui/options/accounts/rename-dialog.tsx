import { useSignal } from '@preact/signals';
import type { AccountView } from '../../../model/accounts/account-list';
import { Button } from '../../controls/button';
import { TextField } from '../../controls/text-field';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Dialog } from '../../surfaces/dialog';
import { useTexts } from '../../text-context';
import { LONGEST_NAME } from './name-form';

interface RenameDialogProps {
  readonly account: AccountView;
  readonly onClose: () => void;
}

/** Another name for a saved account. */
export function RenameDialog({ account: { userId, name: before }, onClose }: RenameDialogProps) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const typed = useSignal(before);
  const name = typed.value.trim();
  const isChanged = name !== '' && name !== before;
  const rename = async () => {
    if (!isChanged || !(await save(ports.client('account.rename', { account: userId, name })))) return;
    toasts.show(t('accounts.renamed', { name }));
    onClose();
  };
  return (
    <Dialog
      title={t('accounts.rename-title', { name: before })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button kind="primary" disabled={!isChanged} onClick={() => void rename()}>
            {t('accounts.rename-go')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('accounts.name')}
        placeholder={t('accounts.name-placeholder')}
        icon="user"
        value={typed.value}
        onInput={(value) => (typed.value = [...value].slice(0, LONGEST_NAME).join(''))}
        onSubmit={() => void rename()}
      />
    </Dialog>
  );
}
