import { signal, type ReadonlySignal } from '@preact/signals';
import type { TrashedNotes } from '../../../../model/records';
import type { Ports } from '../../../shell/ports';
import { createRefresher } from '../../../stores/create-refresher';

export interface TrashStore {
  /** What was forgotten a moment ago and can be brought back, in whichever window that was. */
  readonly trash: ReadonlySignal<readonly TrashedNotes[]>;
  forget(noteIds: readonly string[]): Promise<TrashedNotes>;
  /** Whether they could be brought back. */
  restore(trashId: string): Promise<boolean>;
}

/** `onChanged` is told which notes are hidden now, whenever that changes. */
export function createTrashStore(
  ports: Pick<Ports, 'client' | 'onEvent'>,
  onChanged: (hidden: readonly string[]) => void,
  onError: (thrown: unknown) => void,
  until: AbortSignal,
): TrashStore {
  const trash = signal<readonly TrashedNotes[]>([]);
  let hidden = '';
  const read = createRefresher(async () => {
    const list = await ports.client('trash.list', {});
    const noteIds = list.flatMap((trashed) => trashed.noteIds);
    trash.value = list;
    if (noteIds.join() === hidden) return;
    hidden = noteIds.join();
    onChanged(noteIds);
  });
  const look = () => void read().catch(onError);
  ports.onEvent('trash.changed', look, until);
  look();
  return {
    trash,
    async forget(noteIds) {
      const trashed = await ports.client('notes.forget', { noteIds: [...noteIds] });
      await read();
      return trashed;
    },
    async restore(trashId) {
      const { restored } = await ports.client('notes.restore', { trashId });
      await read();
      return restored;
    },
  };
}
