import { useSignal } from '@preact/signals';
import type { AccountList } from '../../../model/accounts/account-list';
import { Button } from '../../controls/button';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { ConfirmDialog } from '../../surfaces/confirm-dialog';
import { useTexts } from '../../text-context';
import { NameForm } from './name-form';

/** Who is logged in in the browser itself: to be saved under a name, or signed out here. */
export function OwnLoginCard({ list: { own, accounts, adding } }: { readonly list: AccountList }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const asking = useSignal(false);
  const { hasContainers } = ports.loginAccess;
  const saved = accounts.find(({ userId }) => userId === own?.userId);
  const keep = async (name: string) => {
    const isKept = await save(ports.client('account.save', { name }));
    if (isKept) toasts.show(t('accounts.saved', { name }));
    return isKept;
  };
  const signOut = async () => {
    asking.value = false;
    if (await save(ports.client('cookies.delete', {}))) toasts.show(t('accounts.signed-out'));
  };
  if (adding) return null;
  return (
    <Card
      title={t('accounts.own')}
      action={
        own && (
          <Button kind="ghost" size="small" onClick={() => (asking.value = true)}>
            {t('accounts.sign-out')}
          </Button>
        )
      }
    >
      {!own && <p class="small soft">{t('accounts.own-none')}</p>}
      {own && (
        <div class="small soft">
          <p>{t('accounts.own-id', { id: own.userId, host: own.host })}</p>
          {saved && <p>{t('accounts.own-saved', { name: saved.name })}</p>}
        </div>
      )}
      {own && !saved && hasContainers && <p class="small soft">{t('containers.own-text')}</p>}
      {own && !saved && !hasContainers && (
        <NameForm button={t('accounts.save')} icon="download" onName={keep} />
      )}
      {asking.value && (
        <ConfirmDialog
          danger
          title={t('accounts.sign-out-title')}
          confirmLabel={t('accounts.sign-out-go')}
          onConfirm={() => void signOut()}
          onClose={() => (asking.value = false)}
        >
          <p>{t(hasContainers ? 'containers.sign-out-text' : 'accounts.sign-out-text')}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
