import { useSignal } from '@preact/signals';
import type { AccountList } from '../../../model/accounts/account-list';
import { Button } from '../../controls/button';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { NameForm } from './name-form';

/** Adding another account: a name, a window to log in, then save and put the first login back. */
export function AddAccountCard({ adding }: Pick<AccountList, 'adding'>) {
  const { ports } = useUi();
  const { t } = useTexts();
  const save = useSave();
  if (adding) return <AddingNotice adding={adding} />;
  return (
    <Card title={t('accounts.add')}>
      <p class="small soft">{t('accounts.add-text')}</p>
      <NameForm
        button={t('accounts.add-go')}
        icon="external"
        onName={(name) => save(ports.client('account.add', { name }))}
      />
    </Card>
  );
}

function AddingNotice({ adding: { name, userId } }: { adding: NonNullable<AccountList['adding']> }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const busy = useSignal(false);
  const end = async (call: 'account.finish' | 'account.cancel') => {
    busy.value = true;
    const isDone = await save(ports.client(call, {}));
    busy.value = false;
    if (isDone)
      toasts.show(call === 'account.finish' ? t('accounts.added', { name }) : t('accounts.cancelled'));
  };
  return (
    <Card tone="accent">
      <Notice
        icon={userId === undefined ? 'clock' : 'check'}
        tone="accent"
        shape="strip"
        title={t('accounts.adding', { name })}
        actions={
          <>
            <Button
              kind="primary"
              icon="check"
              busy={busy.value}
              disabled={userId === undefined}
              onClick={() => void end('account.finish')}
            >
              {t('accounts.adding-finish')}
            </Button>
            <Button onClick={() => void end('account.cancel')}>{t('accounts.adding-cancel')}</Button>
          </>
        }
      >
        {userId === undefined ? t('accounts.adding-wait') : t('accounts.adding-ready', { id: userId })}
      </Notice>
    </Card>
  );
}
