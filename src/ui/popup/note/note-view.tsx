import { Button } from '../../controls/button';
import { NoteDeeds } from '../../deeds/note-deeds';
import { NoteEnrich } from '../../enrich/note-enrich';
import { isNoteRead } from '../../format/is-note-read';
import { useUi } from '../../shell/ui-context';
import { findValue } from '../../stores/async';
import { FailedNotice } from '../../surfaces/failed-notice';
import { Skeleton } from '../../surfaces/async-view';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import type { PopupStore } from '../popup-store';
import { CoverageCard } from './coverage-card';
import { ExportBar } from './export-bar';
import { NoteHead } from './note-head';
import { NoteNumbers } from '../../note/note-numbers';
import { OpenJobs } from './open-jobs';
import { NoteTags } from './note-tags';

/** The open note at a glance. `reads`: whether it is being read at all, why not is said above; `hasStop`: a refusal is. */
export function NoteView({ store, reads, hasStop }: { store: PopupStore; reads: boolean; hasStop: boolean }) {
  const { ports, settings } = useUi();
  const { t } = useTexts();
  const note = store.note.note.value;
  const tab = findValue(store.tab.view.value)?.tab;
  const isPaused = settings.settings.value?.paused === true;
  if (note.state === 'loading') return <Skeleton lines={6} />;
  if (note.state === 'failed') {
    return <FailedNotice error={note.error} onRetry={() => void store.note.refresh()} />;
  }
  const kept = findValue(store.note.comments.value)?.captured ?? 0;
  if (note.state === 'empty' || (!isNoteRead(note.value) && kept === 0)) {
    if (hasStop) return null;
    if (!reads) return isPaused ? <Notice icon="pause" title={t('popup.note-unread')} /> : null;
    return (
      <Notice
        icon="clock"
        title={t('popup.note-waiting')}
        actions={
          tab && (
            <Button icon="refresh" onClick={() => void ports.tabs.reload(tab.tabId)}>
              {t('words.reload')}
            </Button>
          )
        }
      >
        <p>{t('popup.note-waiting-text')}</p>
      </Notice>
    );
  }
  return (
    <article class="stack">
      <NoteHead note={note.value} />
      <NoteNumbers note={note.value} trend={store.note.trend.value} />
      <NoteDeeds store={store.deeds} />
      <NoteEnrich note={note.value} store={store.enrich} isShort />
      <ExportBar store={store} />
      <OpenJobs store={store.jobs} />
      <NoteTags note={note.value} />
      <CoverageCard store={store} note={note.value} reads={reads} />
    </article>
  );
}
