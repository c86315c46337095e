import { useSignal } from '@preact/signals';
import type { AccountView } from '../../../model/accounts/account-list';
import { toAppError } from '../../../model/errors';
import { Button } from '../../controls/button';
import { TextField } from '../../controls/text-field';
import { useUi } from '../../shell/ui-context';
import { Dialog } from '../../surfaces/dialog';
import { useTexts } from '../../text-context';
import { LONGEST_NAME } from './name-form';

interface RenameDialogProps {
  readonly account: AccountView;
  readonly onClose: () => void;
}

/** Another name for a saved account. What is wrong with it is said beside it: a toast would lie behind the dialog. */
export function RenameDialog({ account: { userId, name: before }, onClose }: RenameDialogProps) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const typed = useSignal(before);
  const problem = useSignal<string | undefined>(undefined);
  const name = typed.value.trim();
  const isChanged = name !== '' && name !== before;
  const rename = async () => {
    if (!isChanged) return;
    try {
      await ports.client('account.rename', { account: userId, name });
    } catch (thrown) {
      problem.value = t(`error.${toAppError(thrown).code}`);
      return;
    }
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
        problem={problem.value}
        onInput={(value) => {
          typed.value = [...value].slice(0, LONGEST_NAME).join('');
          problem.value = undefined;
        }}
        onSubmit={() => void rename()}
      />
    </Dialog>
  );
}
