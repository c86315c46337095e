import { useSignal } from '@preact/signals';
import { Button } from '../controls/button';
import { useUi } from '../shell/ui-context';
import type { TabStore } from '../stores/tab-store';
import { Notice } from '../surfaces/notice';
import { useTexts } from '../text-context';

/** The browser keeps the extension out of the site: asks for access, in the click itself. */
export function AccessCard({ store }: { store: TabStore }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const refused = useSignal(false);
  const allow = () => {
    // Nothing may stand before the request: browsers grant it only within the gesture.
    ports.access.request().then(
      (given) => {
        refused.value = !given;
        if (given) void store.refresh();
      },
      () => (refused.value = true),
    );
  };
  return (
    <Notice
      icon="lock"
      tone="accent"
      title={t('popup.access-title')}
      actions={
        <Button kind="primary" icon="check" onClick={allow}>
          {t('popup.access-button')}
        </Button>
      }
    >
      <p>{t('popup.access-text')}</p>
      {refused.value && <p role="status">{t('popup.access-refused')}</p>}
    </Notice>
  );
}
