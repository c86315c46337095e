import { useState } from 'preact/hooks';
import { useUi } from '../shell/ui-context';
import { findValue } from '../stores/async';
import { Skeleton } from '../surfaces/async-view';
import { AccessCard } from './access-card';
import { Elsewhere } from './elsewhere/elsewhere';
import { SwitchedOff } from './elsewhere/switched-off';
import { findStop } from './find-face';
import { LinkField } from './link/link-field';
import { NoteView } from './note/note-view';
import { PageView } from './elsewhere/page-view';
import { PausedStrip } from './paused-strip';
import { createPopupStore } from './popup-store';
import { PopupHeader } from './popup-header';
import { ReachNotice } from './reach-notice';
import { SetupCard } from './setup-card';
import { StopNotice } from './stop-notice';
import './popup.css';

/** The popup: the open note at a glance, or what can be done where there is none. */
export function PopupApp() {
  const ui = useUi();
  const [store] = useState(() => createPopupStore(ui));
  const face = store.face.value;
  const view = findValue(store.tab.view.value);
  const stop = view && findStop(view);
  const isSetUp = face !== undefined && face.kind !== 'setup';
  return (
    <div class="popup">
      <PopupHeader isSetUp={isSetUp} />
      <main class="popup-body">
        {isSetUp && ui.settings.settings.value?.paused && <PausedStrip />}
        {isSetUp && view && stop && <StopNotice stop={stop} store={store} view={view} />}
        {face?.kind === 'note' && <SwitchedOff kind="notes" />}
        {face === undefined && <Skeleton lines={5} />}
        {face?.kind === 'setup' && <SetupCard />}
        {face?.kind === 'access' && <AccessCard store={store.tab} />}
        {face?.kind === 'not-reached' && <ReachNotice tab={view?.tab} failure={view?.failure} />}
        {face?.kind === 'note' && <NoteView store={store} reads={face.reads} hasStop={stop !== undefined} />}
        {face?.kind === 'page' && <PageView pageRef={face.ref} />}
        {face?.kind === 'elsewhere' && <Elsewhere />}
      </main>
      {isSetUp && (
        <footer class="popup-foot">
          <LinkField />
        </footer>
      )}
    </div>
  );
}
