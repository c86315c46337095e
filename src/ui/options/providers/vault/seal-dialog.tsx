import { useSignal } from '@preact/signals';
import { toAppError } from '../../../../model/errors';
import { Button } from '../../../controls/button';
import { SecretField } from '../../../controls/secret-field';
import { SHORTEST_PASSPHRASE } from '../../../providers/sealed/unlock-form';
import { useUi } from '../../../shell/ui-context';
import { Dialog } from '../../../surfaces/dialog';
import { Notice } from '../../../surfaces/notice';
import { useTexts } from '../../../text-context';
import { findStrength } from './find-strength';

/** Asks for a new passphrase, twice, and says before what it means to forget it. */
export function SealDialog({ onDone, onClose }: { onDone: () => void; onClose: () => void }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const first = useSignal('');
  const second = useSignal('');
  const problem = useSignal<string | undefined>(undefined);
  const busy = useSignal(false);
  const isShort = first.value.length < SHORTEST_PASSPHRASE;
  const isDifferent = second.value !== '' && second.value !== first.value;
  const isReady = !isShort && second.value === first.value;
  const strength = findStrength(first.value);
  const seal = async () => {
    if (!isReady || busy.value) return;
    busy.value = true;
    try {
      await ports.client('vault.seal', { passphrase: first.value });
      toasts.show(t('keys.vault-seal-done'));
      onDone();
    } catch (thrown) {
      problem.value = t(`error.${toAppError(thrown).code}`);
      busy.value = false;
    }
  };
  return (
    <Dialog
      title={t('keys.vault-seal-title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button
            kind="primary"
            icon="lock"
            busy={busy.value}
            disabled={!isReady}
            onClick={() => void seal()}
          >
            {t('keys.vault-seal-go')}
          </Button>
        </>
      }
    >
      <Notice icon="alert" shape="line" tone="warn" title={t('keys.vault-seal-text')} />
      <SecretField
        icon="lock"
        label={t('keys.vault-new')}
        value={first.value}
        onInput={(value) => (first.value = value)}
        problem={problem.value}
        hint={
          <span class={`strength strength-${isShort ? 'weak' : strength}`} aria-live="polite">
            <span class="strength-bar" aria-hidden="true" />
            {isShort
              ? t('keys.vault-short', { count: SHORTEST_PASSPHRASE })
              : t(`keys.vault-strength-${strength}`)}
          </span>
        }
      />
      <SecretField
        icon="lock"
        label={t('keys.vault-again')}
        value={second.value}
        onInput={(value) => (second.value = value)}
        onSubmit={() => void seal()}
        problem={
          isDifferent && second.value.length >= first.value.length ? t('keys.vault-different') : undefined
        }
      />
    </Dialog>
  );
}
