import { NoteLine } from '../../content/note-line';
import { useUi } from '../../shell/ui-context';
import { AsyncView } from '../../surfaces/async-view';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';
import { useKept } from './use-kept';

/** Whose notes: of a list as the page showed it, or of one person, wherever they were seen. */
export type KeptOf =
  | { readonly kind: 'list'; readonly list: 'feeds' | 'searches'; readonly key: string | undefined }
  | { readonly kind: 'author'; readonly userId: string };

const SHOWN = 4;

/** How many notes of this page are kept, and the newest few, each a link to it. */
export function KeptNotesCard({ of: wanted }: { of: KeptOf }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const kept = useKept(async () => {
    const found =
      wanted.kind === 'author'
        ? await ports.readers.findNotesByAuthor({ kind: 'site', value: wanted.userId }, SHOWN)
        : await ports.readers.findListing({ kind: wanted.list, key: wanted.key, limit: SHOWN });
    return found && found.count > 0 ? found : undefined;
  });
  const name = wanted.kind === 'author' ? 'page.kept-by-author' : 'page.kept';
  return (
    <Card title={t(name)}>
      <AsyncView of={kept.of} empty={<p class="small soft">{t(`${name}-none`)}</p>} onRetry={kept.retry}>
        {({ count, newest }) => (
          <>
            <p class="small soft">{t(`${name}-count`, { count })}</p>
            <ul class="note-lines">
              {newest.map((note) => (
                <NoteLine key={note.noteId} note={note} />
              ))}
            </ul>
          </>
        )}
      </AsyncView>
    </Card>
  );
}
