import { useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import type { BatchDialogProps } from './batch-dialog';
import { BatchJob } from './batch-job';

export interface BatchExport {
  /** Asks how, and then writes the comments of these notes by one job. */
  readonly begin: (noteIds: readonly string[]) => void;
  /** The choices while they are open, and how the job goes. */
  readonly view: ComponentChildren;
}

/** Exporting the comments of notes of a list; the choices are loaded when somebody wants to choose. */
export function useBatchExport(): BatchExport {
  const jobId = useSignal<string | undefined>(undefined);
  const noteIds = useSignal<readonly string[]>([]);
  const dialog = useSignal<ComponentType<BatchDialogProps> | undefined>(undefined);
  const Choices = dialog.value;
  const [first, ...others] = noteIds.value;
  const load = async () => {
    const { BatchDialog } = await import('./batch-dialog');
    dialog.value = BatchDialog;
  };
  return {
    begin: (wanted) => {
      noteIds.value = wanted;
      void load();
    },
    view: (
      <>
        {Choices && first !== undefined && (
          <Choices
            noteIds={[first, ...others]}
            onStarted={(id) => (jobId.value = id)}
            onClose={() => (noteIds.value = [])}
          />
        )}
        <BatchJob jobId={jobId} />
      </>
    ),
  };
}
