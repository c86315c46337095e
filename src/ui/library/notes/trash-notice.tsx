import { Button } from '../../controls/button';
import { useUi } from '../../shell/ui-context';
import { useSave } from '../../shell/use-save';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import type { NotesStore } from './state/create-notes-store';

/** What was forgotten a moment ago, with the way back: also in a window that was opened since. */
export function TrashNotice({ store }: { store: NotesStore }) {
  const { toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const trash = store.trash.value;
  if (trash.length === 0) return null;
  const count = trash.reduce((sum, { noteIds }) => sum + noteIds.length, 0);
  const restore = async () => {
    const answers = await Promise.all(trash.map(({ trashId }) => store.restore(trashId)));
    if (answers.includes(false)) toasts.show(t('library.trash-too-late'), { tone: 'bad' });
  };
  return (
    <div class="trash-notice">
      <Notice
        icon="trash"
        shape="line"
        title={t('library.trash', { count })}
        actions={
          <Button size="small" icon="undo" onClick={() => void save(restore())}>
            {t('library.trash-restore')}
          </Button>
        }
      >
        {t('library.trash-hint')}
      </Notice>
    </div>
  );
}
