import { findUsableToken } from '../../../model/merge/note-tokens';
import type { Note } from '../../../model/note';
import type { NotesSummary } from '../../../workers/library/notes/types';
import { Button } from '../../controls/button';
import { toNoteTitle } from '../../format/to-note-title';
import { CollectButton } from '../../jobs/collect/collect-button';
import { WatchButton } from '../../jobs/watch/watch-button';
import type { WatchedNote } from '../../jobs/watch/watch-dialog';
import { SaveMedia } from '../../media/save-media';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';
import type { NoteActions } from './note-actions';
import type { NotesStore } from './state/create-notes-store';

/** How many notes are found, and what can be done with those that are chosen. */
export function ChosenBar({
  store,
  summary,
  actions,
}: {
  store: NotesStore;
  summary: NotesSummary;
  actions: NoteActions;
}) {
  const { ports } = useUi();
  const { t } = useTexts();
  const findWatched = async (noteIds: readonly string[]): Promise<readonly WatchedNote[]> => {
    const notes = await Promise.all(noteIds.map((noteId) => ports.readers.findNote(noteId)));
    return notes.flatMap((note) => (note ? [toWatched(note, t('note.untitled'))] : []));
  };
  const chosen = store.chosen.value;
  const isAll = chosen.size > 0 && chosen.size >= summary.rows;
  return (
    <div class="results-bar">
      <p class="results-count" role="status">
        {chosen.size > 0
          ? t('explore.selected-count', { count: chosen.size })
          : t('library.notes-count', { notes: summary.rows, comments: summary.comments })}
      </p>
      {summary.rows > 0 && (
        <Button
          size="small"
          kind="ghost"
          icon={isAll ? 'close' : 'check'}
          onClick={() => void store.chooseAll(!isAll)}
        >
          {t(isAll ? 'explore.select-none' : 'explore.select-all')}
        </Button>
      )}
      {chosen.size > 0 && (
        <>
          {!isAll && (
            <Button size="small" kind="ghost" icon="close" onClick={() => void store.chooseAll(false)}>
              {t('explore.select-none')}
            </Button>
          )}
          <CollectButton
            subject={{ kind: 'listed', notes: [...chosen].map((noteId) => ({ noteId })), isKept: true }}
          />
          <WatchButton of={() => findWatched([...chosen])} look="plain" />
          <Button size="small" icon="download" onClick={() => actions.export([...chosen])}>
            {t('library.export-chosen')}
          </Button>
          <SaveMedia media={actions.media} noteIds={[...chosen]} />
          <Button size="small" kind="danger" icon="trash" onClick={() => actions.forget([...chosen])}>
            {t('library.forget')}
          </Button>
        </>
      )}
    </div>
  );
}

const toWatched = (note: Note, untitled: string): WatchedNote => ({
  noteId: note.noteId,
  xsecToken: findUsableToken(note.tokens)?.xsecToken,
  name: toNoteTitle(note) ?? untitled,
});
