import { toAppError } from '../../model/errors';
import { Button } from '../controls/button';
import { useUi } from '../shell/ui-context';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';

/** Says that nothing is kept, and ends it. */
export function PausedStrip() {
  const { settings, toasts } = useUi();
  const { t } = useTexts();
  const resume = () => {
    settings.change({ paused: false }).catch((thrown: unknown) => {
      toasts.show(t(`error.${toAppError(thrown).code}`), { tone: 'bad' });
    });
  };
  return (
    <Notice
      icon="pause"
      shape="line"
      tone="accent"
      title={t('popup.paused')}
      actions={
        <Button size="small" icon="play" onClick={resume}>
          {t('popup.resume')}
        </Button>
      }
    />
  );
}
