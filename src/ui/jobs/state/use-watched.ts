import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isOver } from '../../../model/jobs/job';
import { useUi } from '../../shell/ui-context';

/** Ids of the notes that are being watched now; `undefined` until that is known. */
export function useWatched(): ReadonlySignal<ReadonlySet<string> | undefined> {
  const { ports } = useUi();
  const watched = useSignal<ReadonlySet<string> | undefined>(undefined);
  useEffect(() => {
    let isLeft = false;
    const take = (noteIds: Iterable<string>) => {
      if (!isLeft) watched.value = new Set(noteIds);
    };
    ports.readers.listJobs({ noteId: undefined }).then(
      (jobs) =>
        take(
          jobs
            .filter((job) => job.kind === 'watch-note' && !isOver(job))
            .flatMap(({ noteId }) => noteId ?? []),
        ),
      () => take([]), // A watch can be begun all the same: the background refuses what it cannot do.
    );
    return () => {
      isLeft = true;
    };
  }, []);
  return watched;
}
