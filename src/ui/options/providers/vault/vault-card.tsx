import { useSignal } from '@preact/signals';
import { Button } from '../../../controls/button';
import { Icon } from '../../../icons/icon';
import type { ProvidersStore } from '../../../providers/state/providers-store';
import { ForgottenPassphrase } from '../../../providers/sealed/forgotten-passphrase';
import { UnlockForm } from '../../../providers/sealed/unlock-form';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { findValue } from '../../../stores/async';
import { Dialog } from '../../../surfaces/dialog';
import { useTexts } from '../../../text-context';
import { SealDialog } from './seal-dialog';

/** The seal on the keys: open, sealed, or locked. Without any key and without a seal there is nothing to say. */
export function VaultCard({ store, hasKeys }: { store: ProvidersStore; hasKeys: boolean }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const asking = useSignal<'seal' | 'unseal' | undefined>(undefined);
  const vault = findValue(store.vault.value);
  if (!vault || (!vault.isSealed && !hasKeys)) return null;
  const face = !vault.isSealed ? 'open' : vault.isLocked ? 'locked' : 'sealed';
  const close = () => (asking.value = undefined);
  const done = () => {
    close();
    void store.refresh();
  };
  const lock = async () => {
    if (!(await save(ports.client('vault.lock', {})))) return;
    toasts.show(t('keys.vault-locked-done'));
    await store.refresh();
  };
  return (
    <section class={`card vault ${face === 'locked' ? 'card-accent' : 'card-soft'}`} aria-labelledby="vault">
      <span class="vault-mark">
        <Icon name={face === 'open' ? 'unlock' : 'lock'} size={22} />
      </span>
      <div class="grow stack">
        <div>
          <h3 id="vault">{t('keys.vault')}</h3>
          <p class="small soft">{t(`keys.vault-${face}-text`)}</p>
        </div>
        {face === 'locked' && (
          <UnlockForm label={t('providers.unlock')} onDone={() => void store.refresh()} />
        )}
        <div class="row wrap">
          {face === 'open' && (
            <Button icon="lock" onClick={() => (asking.value = 'seal')}>
              {t('keys.vault-seal')}
            </Button>
          )}
          {face === 'sealed' && (
            <Button icon="lock" onClick={() => void lock()}>
              {t('keys.vault-lock')}
            </Button>
          )}
          {face !== 'open' && (
            <Button onClick={() => (asking.value = 'unseal')}>{t('keys.vault-unseal')}</Button>
          )}
          {face === 'locked' && <ForgottenPassphrase onDone={() => void store.refresh()} />}
        </div>
      </div>
      {asking.value === 'seal' && <SealDialog onDone={done} onClose={close} />}
      {asking.value === 'unseal' && (
        <Dialog
          title={t('keys.vault-unseal-title')}
          onClose={close}
          actions={<Button onClick={close}>{t('words.cancel')}</Button>}
        >
          <p>{t('keys.vault-unseal-text')}</p>
          <UnlockForm
            call="vault.unseal"
            label={t('keys.vault-unseal-go')}
            onDone={() => {
              toasts.show(t('keys.vault-unsealed'));
              done();
            }}
          />
        </Dialog>
      )}
    </section>
  );
}
