import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import type { Note } from '../../../model/note';
import { NoteLine } from '../../content/note-line';
import { useUi } from '../../shell/ui-context';
import { LOADING, toFailed, type Async } from '../../stores/async';
import { createRefresher } from '../../stores/create-refresher';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';

const SHOWN = 5;

/** The notes seen last, each a link back to it. */
export function RecentNotes() {
  const { ports, signal } = useUi();
  const { t } = useTexts();
  const notes = useSignal<Async<readonly Note[]>>(LOADING);
  const read = useMemo(
    () =>
      createRefresher(async (isStale) => {
        let next: Async<readonly Note[]>;
        try {
          const found = await ports.readers.listNotes({ limit: SHOWN });
          next = found.length === 0 ? { state: 'empty' } : { state: 'ready', value: found };
        } catch (thrown) {
          next = toFailed(thrown);
        }
        if (!isStale()) notes.value = next;
      }),
    [],
  );
  useEffect(() => {
    ports.onEvent('note.changed', () => void read(), signal);
    ports.onEvent('stored.removed', () => void read(), signal);
    void read();
  }, []);
  return (
    <Card title={t('popup.recent')}>
      <AsyncView
        of={notes.value}
        empty={<p class="small soft">{t('popup.recent-empty')}</p>}
        onRetry={() => void read()}
      >
        {(list) => (
          <ul class="note-lines">
            {list.map((note) => (
              <NoteLine key={note.noteId} note={note} />
            ))}
          </ul>
        )}
      </AsyncView>
    </Card>
  );
}
