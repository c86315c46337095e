import { useSignal } from '@preact/signals';
import type { AccountView } from '../../../model/accounts/account-list';
import { Moment } from '../../content/moment';
import { Button } from '../../controls/button';
import { Chip } from '../../controls/chip';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { ConfirmDialog } from '../../surfaces/confirm-dialog';
import { useTexts } from '../../text-context';

/** The saved logins: set aside, taken up again, deleted for good. */
export function SavedAccountsCard({ accounts }: { readonly accounts: readonly AccountView[] }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const leaving = useSignal<AccountView | undefined>(undefined);
  const remove = async ({ userId, name }: AccountView) => {
    leaving.value = undefined;
    if (await save(ports.client('cookies.delete', { account: userId })))
      toasts.show(t('accounts.removed', { name }));
  };
  return (
    <Card title={t('accounts.list')}>
      {accounts.length === 0 && (
        <div>
          <p>{t('accounts.list-none')}</p>
          <p class="small soft">{t('accounts.list-none-text')}</p>
        </div>
      )}
      {accounts.length > 0 && (
        <ul class="accounts">
          {accounts.map((account) => (
            <AccountLine key={account.userId} account={account} onRemove={() => (leaving.value = account)} />
          ))}
        </ul>
      )}
      {leaving.value && (
        <ConfirmDialog
          danger
          title={t('accounts.remove-title', { name: leaving.value.name })}
          confirmLabel={t('accounts.remove')}
          onConfirm={() => leaving.value && void remove(leaving.value)}
          onClose={() => (leaving.value = undefined)}
        >
          <p>{t('accounts.remove-text')}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}

function AccountLine({ account, onRemove }: { account: AccountView; onRemove: () => void }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const { userId, name, host, status, isForeign, savedAt } = account;
  const isActive = status === 'active';
  const change = () =>
    save(ports.client('account.change', { account: userId, status: isActive ? 'suspended' : 'active' }));
  return (
    <li class="account">
      <div class="grow account-words">
        <p class="account-name">
          <span class="cut">{name}</span>
          {isForeign ? (
            <Chip tone="warn" icon="alert">
              {t('accounts.foreign')}
            </Chip>
          ) : (
            <Chip tone={isActive ? 'good' : 'plain'}>
              {t(isActive ? 'accounts.active' : 'accounts.suspended')}
            </Chip>
          )}
        </p>
        <p class="tiny faint">
          <span class="mono">{userId}</span> · {host} · <Moment at={savedAt} />
        </p>
      </div>
      <div class="row">
        <Button size="small" icon={isActive ? 'pause' : 'play'} onClick={() => void change()}>
          {t(isActive ? 'accounts.suspend' : 'accounts.resume')}
        </Button>
        <Button size="small" kind="danger" icon="trash" onClick={onRemove}>
          {t('accounts.remove')}
        </Button>
      </div>
    </li>
  );
}
