import { useSignal } from '@preact/signals';
import { Button } from '../../controls/button';
import { Switch } from '../../controls/switch';
import { Dialog } from '../../surfaces/dialog';
import { useTexts } from '../../text-context';
import type { Choosable } from '../../accounts/list-choosable';

interface ConfirmAccountsProps {
  readonly accounts: readonly Choosable[];
  /** What each of them is to do, in words. */
  readonly action: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Several accounts on one note: each is confirmed by itself, and none is before that. */
export function ConfirmAccounts({ accounts, action, onConfirm, onClose }: ConfirmAccountsProps) {
  const { t } = useTexts();
  const confirmed = useSignal<readonly string[]>([]);
  const isReady = accounts.every(({ userId }) => confirmed.value.includes(userId));
  return (
    <Dialog
      title={t('act.confirm-title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button kind="primary" icon="play" disabled={!isReady} onClick={onConfirm}>
            {t('act.confirm-go', { count: accounts.length })}
          </Button>
        </>
      }
    >
      {accounts.map(({ userId, name }) => (
        <Switch
          key={userId}
          label={t('act.confirm-one', { name, action })}
          on={confirmed.value.includes(userId)}
          onChange={(on) =>
            (confirmed.value = on
              ? [...confirmed.value, userId]
              : confirmed.value.filter((one) => one !== userId))
          }
        />
      ))}
    </Dialog>
  );
}
