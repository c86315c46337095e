import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../../shell/ui-context';
import { useSave } from '../../shell/use-save';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';

/** Says, before what is locked is deleted, that the browser's own login lies in there, and how to get it back first. */
export function LaidAsideNotice() {
  const { ports } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const isHeld = useSignal(false);
  const look = async () => {
    const { isLocked, holdsOwnLogin } = await ports.client('vault.find', {});
    isHeld.value = isLocked && holdsOwnLogin;
  };
  useEffect(() => void save(look()), []);
  return isHeld.value ? (
    <Notice icon="alert" tone="warn" shape="strip" title={t('keys.vault-aside')}>
      {t('keys.vault-aside-text')}
    </Notice>
  ) : null;
}
