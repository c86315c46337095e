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
      <p class="small soft">
        {t(ports.loginAccess.hasContainers ? 'containers.add-text' : 'accounts.add-text')}
      </p>
      <NameForm
        button={t('accounts.add-go')}
        icon="external"
        onName={(name) => save(ports.client('account.add', { name }))}
      />
    </Card>
  );
}

const WORDS = {
  accounts: {
    wait: 'accounts.adding-wait',
    ready: 'accounts.adding-ready',
    finish: 'accounts.adding-finish',
    added: 'accounts.added',
    cancelled: 'accounts.cancelled',
  },
  containers: {
    wait: 'containers.adding-wait',
    ready: 'containers.adding-ready',
    finish: 'containers.adding-finish',
    added: 'containers.added',
    cancelled: 'containers.cancelled',
  },
} as const;

function AddingNotice({ adding: { name, userId } }: { adding: NonNullable<AccountList['adding']> }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const busy = useSignal(false);
  const words = WORDS[ports.loginAccess.hasContainers ? 'containers' : 'accounts'];
  const end = async (call: 'account.finish' | 'account.cancel') => {
    busy.value = true;
    const isDone = await save(ports.client(call, {}));
    busy.value = false;
    if (isDone) toasts.show(call === 'account.finish' ? t(words.added, { name }) : t(words.cancelled));
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
              {t(words.finish)}
            </Button>
            <Button onClick={() => void end('account.cancel')}>{t('accounts.adding-cancel')}</Button>
          </>
        }
      >
        {userId === undefined ? t(words.wait) : t(words.ready, { id: userId })}
      </Notice>
    </Card>
  );
}
