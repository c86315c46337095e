import { Button } from '../../controls/button';
import { useUi } from '../../shell/ui-context';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import type { PanelStores } from './create-panel-stores';

/** A note is open, but nothing of it has been read yet. */
export function UnreadNote({ stores }: { stores: PanelStores }) {
  const { t } = useTexts();
  const { ports } = useUi();
  const tab = stores.view.value?.tab;
  return (
    <div class="panel-scroll">
      <Notice
        icon="book"
        title={t('panel.note-unknown')}
        actions={
          tab && (
            <Button icon="refresh" onClick={() => void ports.tabs.reload(tab.tabId)}>
              {t('panel.reload-page')}
            </Button>
          )
        }
      >
        {t('panel.note-unknown-hint')}
      </Notice>
    </div>
  );
}
