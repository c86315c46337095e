import { findStop } from '../../popup/find-face';
import { PausedStrip } from '../../popup/paused-strip';
import { ReachNotice } from '../../popup/reach-notice';
import { StopNotice } from '../../popup/stop-notice';
import { useUi } from '../../shell/ui-context';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import type { PanelStores } from './create-panel-stores';

/** What stands between the user and the note: pause, a page that does not answer, a refusal, a changed page. */
export function PageNotices({ stores }: { stores: PanelStores }) {
  const { t } = useTexts();
  const ui = useUi();
  const view = stores.view.value;
  const stop = view && findStop(view);
  const missing = view?.page?.missing ?? [];
  const unreached = view?.failure !== undefined && view.hasAccess && view.page === undefined;
  return (
    <div class="panel-notices">
      {ui.settings.settings.value?.paused && <PausedStrip />}
      {unreached && <ReachNotice tab={view.tab} failure={view.failure} />}
      {view && stop && <StopNotice stop={stop} store={stores} view={view} />}
      {missing.length > 0 && (
        <Notice shape="line" tone="warn" icon="alert" title={t('error.page-changed')}>
          <p class="tiny mono">{missing.join(', ')}</p>
        </Notice>
      )}
    </div>
  );
}
