import type { Note } from '../../../model/note';
import { toAppError } from '../../../model/errors';
import { Menu } from '../../controls/menu';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';
import type { PanelStores } from './create-panel-stores';

/** What is done rarely: the library, the options, and forgetting the note, which can be taken back for a while. */
export function NoteMenu({ stores, note }: { stores: PanelStores; note: Note | undefined }) {
  const { t } = useTexts();
  const { ports, toasts } = useUi();
  const forget = (noteId: string) => {
    stores.hide(noteId);
    const commit = () => {
      ports.client('note.forget', { noteId }).then(
        () => stores.hide(undefined),
        (thrown: unknown) => {
          stores.hide(undefined);
          toasts.show(t(`error.${toAppError(thrown).code}`), { tone: 'bad' });
        },
      );
    };
    toasts.showUndo(t('panel.note-forgotten'), commit, () => stores.hide(undefined));
  };
  return (
    <Menu
      label={t('comments.more')}
      items={[
        {
          id: 'library',
          icon: 'book',
          label: t('panel.library'),
          onChoose: () => void ports.openPage('library'),
        },
        {
          id: 'providers',
          icon: 'key',
          label: t('providers.open-options'),
          onChoose: () => void ports.openPage('options', 'providers'),
        },
        {
          id: 'options',
          icon: 'gear',
          label: t('panel.options'),
          onChoose: () => void ports.openPage('options'),
        },
        ...(note
          ? [
              {
                id: 'forget',
                icon: 'trash' as const,
                danger: true,
                label: t('panel.forget-note'),
                onChoose: () => forget(note.noteId),
              },
            ]
          : []),
      ]}
    />
  );
}
