import { useSignal } from '@preact/signals';
import { DEFAULT_SETTINGS } from '../../../model/settings';
import type { Note } from '../../../model/note';
import { IconButton } from '../../controls/icon-button';
import { Coverage } from '../../note/coverage';
import { useUi } from '../../shell/ui-context';
import { findValue } from '../../stores/async';
import { FailedNotice } from '../../surfaces/failed-notice';
import { useTexts } from '../../text-context';
import { LoadingBar } from '../comments/loading-bar';
import type { PanelStores } from './create-panel-stores';
import { ExportBar } from './export-bar';

/** Below everything: how much is here, "load comments for me", and the export. */
export function PanelFoot({ stores, note }: { stores: PanelStores; note: Note }) {
  const { t } = useTexts();
  const ui = useUi();
  const open = useSignal(true);
  const loading = stores.loading.state.value;
  const failure = stores.loading.failure.value;
  const list = findValue(stores.note.comments.value)?.list;
  const page = stores.view.value?.page;
  const possible = stores.noteInTab.value === note.noteId && page?.stopSign === undefined;
  return (
    <footer class="panel-foot">
      <div class="row">
        <div class="grow">
          <Coverage note={note} captured={stores.comments.summary.value?.total ?? 0} list={list} />
        </div>
        <IconButton
          icon={open.value ? 'chevron-down' : 'chevron-right'}
          label={open.value ? t('panel.foot-close') : t('panel.foot-open')}
          onClick={() => (open.value = !open.value)}
        />
      </div>
      {(open.value || loading?.running === true) && (
        <LoadingBar
          loading={loading?.noteId === note.noteId ? loading : undefined}
          pace={(ui.settings.settings.value ?? DEFAULT_SETTINGS).loading}
          possible={possible}
          onStart={() => void stores.loading.start(note.noteId)}
          onStop={() => void stores.loading.stop()}
        />
      )}
      {failure && <FailedNotice shape="line" error={failure} />}
      <ExportBar stores={stores} />
    </footer>
  );
}
