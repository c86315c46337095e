import { Button } from '../controls/button';
import { useUi } from '../shell/ui-context';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';

/** Before the welcome page was answered there is one thing to do. */
export function SetupCard() {
  const { ports } = useUi();
  const { t } = useTexts();
  return (
    <Notice
      icon="shield"
      tone="accent"
      title={t('popup.setup-title')}
      actions={
        <Button kind="primary" onClick={() => void ports.openPage('welcome')}>
          {t('popup.setup-button')}
        </Button>
      }
    >
      <p>{t('popup.setup-text')}</p>
    </Notice>
  );
}
