import { Button } from '../../controls/button';
import { useUi } from '../../shell/ui-context';
import { useOpenPanel } from '../../shell/use-open-panel';
import { findValue } from '../../stores/async';
import { useTexts } from '../../text-context';
import type { PopupStore } from '../popup-store';
import { ExportOutcome } from '../../note/export-outcome';

/** What people open the popup for: the file, and the panel. Shows in place how the export goes. */
export function ExportBar({ store }: { store: PopupStore }) {
  const { settings } = useUi();
  const openPanel = useOpenPanel();
  const { t, language } = useTexts();
  const csv = settings.settings.value?.csv;
  const state = store.exports.current.value;
  const isRunning = state?.state === 'writing' || state?.state === 'saving';
  const windowId = findValue(store.tab.view.value)?.tab.windowId;
  return (
    <div class="stack">
      <div class="popup-actions">
        <Button
          kind="primary"
          icon="download"
          busy={isRunning || store.exports.starting.value}
          onClick={() => csv && void store.exports.start(csv, language)}
        >
          {t('popup.export')}
        </Button>
        <Button
          icon="panel"
          disabled={windowId === undefined}
          onClick={() => {
            if (windowId !== undefined) openPanel(windowId);
          }}
        >
          {t('popup.open-panel')}
        </Button>
      </div>
      <ExportOutcome exports={store.exports} />
    </div>
  );
}
