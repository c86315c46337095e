import type { CaptureKind } from '../../../model/settings';
import { Button } from '../../controls/button';
import { useUi } from '../../shell/ui-context';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';

/** Says that what this page shows is not kept because its switch is off, and where the switch is. */
export function SwitchedOff({ kind }: { kind: CaptureKind }) {
  const { ports, settings } = useUi();
  const { t } = useTexts();
  if (settings.settings.value?.capture[kind] !== false) return null;
  return (
    <Notice
      shape="strip"
      icon="pause"
      title={t(`page.off-${kind}`)}
      actions={
        <Button size="small" icon="gear" onClick={() => void ports.openPage('options')}>
          {t('page.switch-on')}
        </Button>
      }
    />
  );
}
