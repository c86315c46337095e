import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Note } from '../../../model/note';
import { Avatar } from '../../content/avatar';
import { Moment } from '../../content/moment';
import { Button } from '../../controls/button';
import { toNoteTitle } from '../../format/to-note-title';
import { useUi } from '../../shell/ui-context';
import { EMPTY, LOADING, toFailed, type Async } from '../../stores/async';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';

const SHOWN = 20;

/**
 * Nothing is open: what to do, the comments that wait under the user's own notes, and the notes seen last, each of which can
 * be looked at without the site.
 */
export function NoNote({ onShow, onReplies }: { onShow: (noteId: string) => void; onReplies: () => void }) {
  const { t } = useTexts();
  const { ports, signal: until } = useUi();
  const recent = useSignal<Async<readonly Note[]>>(LOADING);
  const read = () =>
    ports.readers.listNotes({ limit: SHOWN, openedOnly: true }).then(
      (notes) => (recent.value = notes.length === 0 ? EMPTY : { state: 'ready', value: notes }),
      (thrown: unknown) => (recent.value = toFailed(thrown)),
    );
  useEffect(() => {
    void read();
    const gone = new AbortController();
    until.addEventListener('abort', () => gone.abort(), { once: true });
    ports.onEvent('note.changed', () => void read(), gone.signal);
    ports.onEvent('stored.removed', () => void read(), gone.signal);
    return () => gone.abort();
  }, []);
  return (
    <div class="panel-scroll stack">
      <Notice
        icon="book"
        title={t('panel.no-note')}
        actions={
          <Button icon="reply" onClick={onReplies}>
            {t('panel.tab-replies')}
          </Button>
        }
      >
        {t('panel.no-note-hint')}
      </Notice>
      <AsyncView of={recent.value} empty={null} onRetry={() => void read()}>
        {(notes) => (
          <Card title={t('panel.recent')}>
            <ul class="recent-notes">
              {notes.map((note) => (
                <li key={note.noteId}>
                  <button
                    type="button"
                    class="recent-note"
                    aria-label={toNoteTitle(note) ?? note.noteId}
                    onClick={() => onShow(note.noteId)}
                  >
                    <Avatar name={note.author?.nickname} url={note.author?.avatarUrl} size={30} />
                    <span class="grow">
                      <span class="cut strong">{toNoteTitle(note) ?? note.noteId}</span>
                      <span class="tiny faint row">
                        <span class="cut">{note.author?.nickname}</span>
                        <Moment at={note.lastSeenAt} />
                      </span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </AsyncView>
    </div>
  );
}
