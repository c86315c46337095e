import { useSignal } from '@preact/signals';
import type { AccountView } from '../../../model/accounts/account-list';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { ConfirmDialog } from '../../surfaces/confirm-dialog';
import { useTexts } from '../../text-context';
import { AccountLine } from './account-line';
import { RenameDialog } from './rename-dialog';

/** What is said of deleting a login, and of deleting one with its container. */
const WORDS = {
  accounts: {
    none: 'accounts.list-none-text',
    title: 'accounts.remove-title',
    text: 'accounts.remove-text',
    removed: 'accounts.removed',
  },
  containers: {
    none: 'containers.list-none-text',
    title: 'containers.remove-title',
    text: 'containers.remove-text',
    removed: 'containers.removed',
  },
} as const;

/** The saved logins: renamed, set aside, taken up again, deleted for good. */
export function SavedAccountsCard({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const leaving = useSignal<AccountView | undefined>(undefined);
  const renaming = useSignal<AccountView | undefined>(undefined);
  const words = WORDS[ports.loginAccess.hasContainers ? 'containers' : 'accounts'];
  const remove = async ({ userId, name }: AccountView) => {
    leaving.value = undefined;
    if (await save(ports.client('cookies.delete', { account: userId })))
      toasts.show(t(words.removed, { name }));
  };
  return (
    <Card title={t('accounts.list')}>
      {accounts.length === 0 && (
        <div>
          <p>{t('accounts.list-none')}</p>
          <p class="small soft">{t(words.none)}</p>
        </div>
      )}
      {accounts.length > 0 && (
        <ul class="accounts">
          {accounts.map((account) => (
            <AccountLine
              key={account.userId}
              account={account}
              onRename={() => (renaming.value = account)}
              onRemove={() => (leaving.value = account)}
            />
          ))}
        </ul>
      )}
      {renaming.value && (
        <RenameDialog account={renaming.value} onClose={() => (renaming.value = undefined)} />
      )}
      {leaving.value && (
        <ConfirmDialog
          danger
          title={t(words.title, { name: leaving.value.name })}
          confirmLabel={t('accounts.remove')}
          onConfirm={() => leaving.value && void remove(leaving.value)}
          onClose={() => (leaving.value = undefined)}
        >
          <p>{t(words.text)}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
