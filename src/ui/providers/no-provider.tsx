import { Button } from '../controls/button';
import { useUi } from '../shell/ui-context';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';

/** Nobody can be asked: no key at all is another thing than keys of which none can do this, or none just now (`isOut`). */
export function NoProvider({ hasKey, isOut = false }: { hasKey: boolean; isOut?: boolean }) {
  const { ports } = useUi();
  const { t } = useTexts();
  return (
    <Notice
      icon="key"
      tone="accent"
      title={t(hasKey ? 'providers.no-provider-title' : 'providers.no-key-title')}
      actions={
        <Button kind="primary" icon="key" onClick={() => void ports.openPage('options', 'providers')}>
          {t(hasKey ? 'providers.open-options' : 'providers.add-key')}
        </Button>
      }
    >
      {t(hasKey ? (isOut ? 'providers.gap-out' : 'providers.gap-unsupported') : 'providers.no-key-text')}
    </Notice>
  );
}
