import { useSignal } from '@preact/signals';
import { toAppError } from '../../../../model/errors';
import { FAMILIES } from '../../../../model/providers/provider.catalog';
import { Button } from '../../../controls/button';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { ConfirmDialog } from '../../../surfaces/confirm-dialog';
import { useTexts } from '../../../text-context';
import type { FamilyProps } from './family-card';

/** Test, replace, remove. Where a test costs something, that is said before it is made. */
export function FamilyActions({ family, store, onReplace }: FamilyProps & { onReplace: () => void }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const asking = useSignal<'test' | 'remove' | undefined>(undefined);
  const testing = useSignal(false);
  const name = family.family;
  const { label } = FAMILIES[name];
  const test = async () => {
    asking.value = undefined;
    testing.value = true;
    try {
      const { state, passed } = await ports.client('credential.test', { family: name, agreed: true });
      store.put(state);
      const isFine = passed && state.state === 'ready';
      toasts.show(t(isFine ? 'keys.tested' : 'keys.tested-not', { family: label }), {
        tone: isFine ? 'good' : 'bad',
      });
    } catch (thrown) {
      toasts.show(t(`error.${toAppError(thrown).code}`), { tone: 'bad' });
      await store.refresh();
    } finally {
      testing.value = false;
    }
  };
  const remove = async () => {
    asking.value = undefined;
    const removed = ports.client('credential.remove', { family: name }).then((state) => store.put(state));
    if (await save(removed)) toasts.show(t('keys.removed', { family: label }));
  };
  return (
    <div class="row wrap">
      <Button
        icon="check"
        busy={testing.value}
        disabled={family.state === 'locked' || !family.hasAccess}
        describedBy={`test-${name}`}
        onClick={() => (name === 'tikhub' ? void test() : (asking.value = 'test'))}
      >
        {t('keys.test')}
      </Button>
      {name !== 'tikhub' && (
        <span class="unseen" id={`test-${name}`}>
          {t(`keys.test-${name}`)}
        </span>
      )}
      <Button kind="ghost" icon="key" onClick={onReplace}>
        {t('keys.replace')}
      </Button>
      <Button kind="ghost" icon="trash" onClick={() => (asking.value = 'remove')}>
        {t('keys.remove')}
      </Button>
      {asking.value === 'test' && (
        <ConfirmDialog
          title={t('keys.test-title', { family: label })}
          confirmLabel={t('keys.test-go')}
          onConfirm={() => void test()}
          onClose={() => (asking.value = undefined)}
        >
          <p>{t(`keys.test-${name}`)}</p>
        </ConfirmDialog>
      )}
      {asking.value === 'remove' && (
        <ConfirmDialog
          danger
          title={t('keys.remove-title', { family: label })}
          confirmLabel={t('keys.remove')}
          onConfirm={() => void remove()}
          onClose={() => (asking.value = undefined)}
        >
          <p>{t('keys.remove-text')}</p>
        </ConfirmDialog>
      )}
      {/* The others say it in the dialog before the test. */}
      {name === 'tikhub' && (
        <p class="tiny faint actions-hint" id={`test-${name}`}>
          {t('keys.test-tikhub')}
        </p>
      )}
    </div>
  );
}
