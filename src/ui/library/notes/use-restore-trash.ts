import { useUi } from '../../shell/ui-context';
import { useSave } from '../../shell/use-save';
import { useTexts } from '../../text-context';
import type { TrashStore } from './state/create-trash-store';

/** Brings back what was forgotten; what is gone already is said, as is what fails. */
export function useRestoreTrash({
  restore,
}: Pick<TrashStore, 'restore'>): (trashIds: readonly string[]) => void {
  const { toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  return (trashIds) => {
    const restoreAll = async () => {
      const answers = await Promise.all(trashIds.map((trashId) => restore(trashId)));
      if (answers.includes(false)) toasts.show(t('library.trash-too-late'), { tone: 'bad' });
    };
    void save(restoreAll());
  };
}
