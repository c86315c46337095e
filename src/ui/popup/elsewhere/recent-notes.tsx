import { NoteLine } from '../../content/note-line';
import { useUi } from '../../shell/ui-context';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { useKept } from './use-kept';

const SHOWN = 5;

/** The opened notes seen last, each a link back to it. */
export function RecentNotes() {
  const { ports } = useUi();
  const { t } = useTexts();
  const { of, retry } = useKept(async () => {
    const found = await ports.readers.listNotes({ limit: SHOWN, openedOnly: true });
    return found.length === 0 ? undefined : found;
  });
  return (
    <Card title={t('popup.recent')}>
      <AsyncView of={of} empty={<p class="small soft">{t('popup.recent-empty')}</p>} onRetry={retry}>
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
