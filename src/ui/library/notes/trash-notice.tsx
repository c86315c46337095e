import { Button } from '../../controls/button';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import type { NotesStore } from './state/create-notes-store';
import { useRestoreTrash } from './use-restore-trash';

/** What was forgotten a moment ago, with the way back: also in a window that was opened since. */
export function TrashNotice({ store }: { store: NotesStore }) {
  const { t } = useTexts();
  const restoreTrash = useRestoreTrash(store);
  const trash = store.trash.value;
  if (trash.length === 0) return null;
  const count = trash.reduce((sum, { noteIds }) => sum + noteIds.length, 0);
  return (
    <div class="trash-notice">
      <Notice
        icon="trash"
        shape="line"
        title={t('library.trash', { count })}
        actions={
          <Button size="small" icon="undo" onClick={() => restoreTrash(trash.map(({ trashId }) => trashId))}>
            {t('library.trash-restore')}
          </Button>
        }
      >
        {t('library.trash-hint')}
      </Notice>
    </div>
  );
}
