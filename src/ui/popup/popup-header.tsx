import { toAppError } from '../../model/errors';
import { IconButton } from '../controls/icon-button';
import { Switch } from '../controls/switch';
import { BrandMark } from '../icons/brand-mark';
import { useUi } from '../shell/ui-context';
import { useTexts } from '../text-context';

/** The name, the pause switch and the way to the options; before set-up the name alone. */
export function PopupHeader({ isSetUp }: { isSetUp: boolean }) {
  const { ports, settings, toasts } = useUi();
  const { t } = useTexts();
  const paused = settings.settings.value?.paused ?? false;
  const setPaused = (on: boolean) => {
    settings.change({ paused: on }).catch((thrown: unknown) => {
      toasts.show(t(`error.${toAppError(thrown).code}`), { tone: 'bad' });
    });
  };
  return (
    <header class="popup-head">
      <BrandMark size={26} />
      <h1 class="grow cut">{t('words.product')}</h1>
      {isSetUp && (
        <>
          <div class="popup-pause small soft">
            <span aria-hidden="true">{t('popup.pause')}</span>
            <Switch bare label={t('popup.pause')} on={paused} onChange={setPaused} />
          </div>
          <IconButton icon="book" label={t('popup.library')} onClick={() => void ports.openPage('library')} />
          <IconButton icon="gear" label={t('popup.options')} onClick={() => void ports.openPage('options')} />
        </>
      )}
    </header>
  );
}
