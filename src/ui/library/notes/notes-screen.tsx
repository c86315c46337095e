import { useEffect, useState } from 'preact/hooks';
import { createNotesClient } from '../../../workers/library/notes/create-notes-client';
import { Button } from '../../controls/button';
import { createMediaStore } from '../../media/create-media-store';
import { MediaOutcome } from '../../media/media-outcome';
import { useUi } from '../../shell/ui-context';
import { useSave } from '../../shell/use-save';
import { AsyncView } from '../../surfaces/async-view';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { useBatchExport } from '../export/use-batch-export';
import { ChosenBar } from './chosen-bar';
import { NotesFilters } from './notes-filters';
import { NotesTable } from './notes-table';
import { createNotesStore } from './state/create-notes-store';
import { TrashNotice } from './trash-notice';
import { useRestoreTrash } from './use-restore-trash';
import './notes.css';

/** Everything that is stored of notes: to look through, to open, to write to files, to forget. */
export function NotesScreen() {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const exporting = useBatchExport();
  const [{ store, media, close }] = useState(() => {
    const leaving = new AbortController();
    const view = createNotesClient();
    return {
      store: createNotesStore(ports, view, { text: readNoteId() }, leaving.signal),
      media: createMediaStore(ports, leaving.signal),
      close: () => {
        leaving.abort();
        view.close();
      },
    };
  });
  useEffect(() => close, []);
  const restoreTrash = useRestoreTrash(store);
  const actions = {
    forget: (noteIds: readonly string[]) =>
      void save(
        store.forget(noteIds).then(({ trashId }) =>
          toasts.showUndo(
            t('library.forgotten', { count: noteIds.length }),
            () => undefined,
            () => restoreTrash([trashId]),
          ),
        ),
      ),
    export: exporting.begin,
    media,
  };
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('library.notes-title')}</h2>
          <p>{t('library.notes-intro')}</p>
        </div>
      </div>
      <TrashNotice store={store} />
      <AsyncView of={store.summary.value} empty={null} lines={8} onRetry={() => store.retry()}>
        {(summary) =>
          summary.total === 0 ? (
            <Notice
              icon="book"
              title={t('library.notes-none-title')}
              actions={
                <Button icon="compass" onClick={() => void (location.hash = '#explore')}>
                  {t('library.screen-explore')}
                </Button>
              }
            >
              {t('library.notes-none-text')}
            </Notice>
          ) : (
            <div class="stack">
              <NotesFilters store={store} summary={summary} />
              {exporting.view}
              <MediaOutcome media={media} />
              <ChosenBar store={store} summary={summary} actions={actions} />
              {summary.rows === 0 ? (
                <Notice
                  icon="search"
                  title={t('library.notes-no-match')}
                  actions={<Button onClick={() => store.clear()}>{t('comments.clear-filters')}</Button>}
                />
              ) : (
                <NotesTable store={store} summary={summary} actions={actions} />
              )}
            </div>
          )
        }
      </AsyncView>
    </>
  );
}

/** `#notes/<note id>`: the address names the note that is looked for. */
function readNoteId(): string | undefined {
  return /^#notes\/(.+)$/.exec(location.hash)?.[1];
}
