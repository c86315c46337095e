import { findStop, type Stop } from '../../popup/find-face';
import { SwitchedOff } from '../../popup/elsewhere/switched-off';
import { PausedStrip } from '../../popup/paused-strip';
import { ReachNotice } from '../../popup/reach-notice';
import { StopNotice } from '../../popup/stop-notice';
import { toSignFace } from '../../shell/to-sign-face';
import { useUi } from '../../shell/ui-context';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import type { PanelStores } from './create-panel-stores';

/** Whether a refusal is about the user or the browser, and not about one note or profile. */
function isGeneral(stop: Stop): boolean {
  const { stops } = toSignFace(stop.sign, stop.class);
  return stops === 'all' || stops === 'login';
}

/** What stands between the user and the note: pause, a page that does not answer, a refusal, a changed page. */
export function PageNotices({ stores }: { stores: PanelStores }) {
  const { t } = useTexts();
  const ui = useUi();
  const view = stores.view.value;
  // A pinned note is not the one of which the tab's page speaks; what stops everything is said wherever one looks.
  const ref = view?.page?.ref;
  const inTab = stores.noteInTab.value ?? (ref?.kind === 'note' ? ref.noteId : undefined);
  const isSame = stores.pinnedId.value === undefined || inTab === stores.noteId.value;
  const found = view && findStop(view);
  const stop = found && (isSame || isGeneral(found)) ? found : undefined;
  const missing = isSame ? (view?.page?.missing ?? []) : [];
  const unreached = view?.failure !== undefined && view.hasAccess && view.page === undefined;
  return (
    <div class="panel-notices">
      {ui.settings.settings.value?.paused && <PausedStrip />}
      {inTab !== undefined && isSame && <SwitchedOff kind="notes" />}
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
