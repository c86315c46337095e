import { useSignal } from '@preact/signals';
import { isOver } from '../../../model/jobs/job';
import { DEFAULT_SETTINGS } from '../../../model/settings';
import type { Note } from '../../../model/note';
import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { Coverage } from '../../note/coverage';
import { useUi } from '../../shell/ui-context';
import { findValue } from '../../stores/async';
import { FailedNotice } from '../../surfaces/failed-notice';
import { useTexts } from '../../text-context';
import { CollectBar } from '../comments/collect-bar';
import type { PanelStores } from './create-panel-stores';
import { ExportBar } from './export-bar';

const toSeconds = (ms: number) => Math.round(ms / 100) / 10;

/**
 * Below everything, and as low as can be: how much is here, "load comments for me", and the export. What the loading
 * does is said on demand; the button always names it to those who listen.
 */
export function PanelFoot({ stores, note }: { stores: PanelStores; note: Note }) {
  const { t } = useTexts();
  const ui = useUi();
  const open = useSignal(false);
  const failure = stores.loading.failure.value;
  const list = findValue(stores.note.comments.value)?.list;
  const pace = (ui.settings.settings.value ?? DEFAULT_SETTINGS).loading;
  const page = stores.view.value?.page;
  const captured = stores.comments.summary.value?.total ?? 0;
  // What is paused goes on from where it says so.
  const isLoading = findValue(stores.jobs.jobs.value)?.some(
    ({ job }) => job.kind === 'load-comments' && !isOver(job),
  );
  const possible = stores.noteInTab.value === note.noteId && page?.stopSign === undefined;
  return (
    <footer class="panel-foot">
      <div class="row">
        <div class="grow">
          <Coverage note={note} captured={captured} list={list} />
        </div>
        <IconButton
          icon={open.value ? 'chevron-down' : 'chevron-right'}
          label={open.value ? t('panel.foot-close') : t('panel.foot-open')}
          onClick={() => (open.value = !open.value)}
        />
      </div>
      <CollectBar
        key={note.noteId}
        note={note}
        jobs={stores.jobs}
        list={list}
        captured={captured}
        isOpen={open.value}
      />
      {failure && <FailedNotice shape="line" error={failure} />}
      <ExportBar stores={stores} note={note}>
        {isLoading !== true && (
          <Button
            disabled={!possible}
            describedBy="load-hint"
            onClick={() => void stores.loading.start(note.noteId)}
          >
            {t('comments.load')}
          </Button>
        )}
      </ExportBar>
      <p class={open.value ? 'tiny faint' : 'unseen'} id="load-hint">
        {t('comments.load-hint', { from: toSeconds(pace.minPauseMs), to: toSeconds(pace.maxPauseMs) })}
      </p>
    </footer>
  );
}
