import { useSignal } from '@preact/signals';
import { toAppError, type ErrorCode } from '../../../model/errors';
import { Button } from '../../controls/button';
import { SecretField } from '../../controls/secret-field';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';

/** As the contract asks for it. */
export const SHORTEST_PASSPHRASE = 8;

/** Asks for the passphrase and unlocks the keys with it. `call`: what else a passphrase is wanted for. */
export function UnlockForm({
  call = 'vault.unlock',
  label,
  onDone,
}: {
  call?: 'vault.unlock' | 'vault.unseal';
  label: string;
  onDone?: () => void;
}) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const passphrase = useSignal('');
  const problem = useSignal<ErrorCode | undefined>(undefined);
  const busy = useSignal(false);
  const isLong = passphrase.value.length >= SHORTEST_PASSPHRASE;
  const send = async () => {
    if (busy.value || !isLong) return;
    busy.value = true;
    problem.value = undefined;
    try {
      await ports.client(call, { passphrase: passphrase.value });
      passphrase.value = '';
      if (call === 'vault.unlock') toasts.show(t('providers.unlocked'));
      onDone?.();
    } catch (thrown) {
      problem.value = toAppError(thrown).code;
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="passphrase-form">
      <SecretField
        icon="lock"
        label={t('providers.passphrase')}
        value={passphrase.value}
        problem={problem.value && t(`error.${problem.value}`)}
        onInput={(value) => {
          passphrase.value = value;
          problem.value = undefined;
        }}
        onSubmit={() => void send()}
      />
      <Button kind="primary" busy={busy.value} disabled={!isLong} onClick={() => void send()}>
        {label}
      </Button>
    </div>
  );
}
