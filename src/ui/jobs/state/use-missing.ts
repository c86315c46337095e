import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Job } from '../../../model/jobs/job';
import { useUi } from '../../shell/ui-context';

/** Lists that were not read to their ends, and lists that gave fewer rows than was promised. */
export interface Missing {
  readonly failed: number;
  readonly short: number;
}

const NONE: Missing = { failed: 0, short: 0 };

/**
 * What a job that is over could not get, by how it ended; nothing while it runs. Of a page that was loaded its threads
 * count: its list is short when they are.
 */
export function useMissing({ jobId, kind, noteId, state, updatedAt }: Job): ReadonlySignal<Missing> {
  const { ports } = useUi();
  const missing = useSignal(NONE);
  const isWanted = state === 'partial' || state === 'failed';
  useEffect(() => {
    missing.value = NONE;
    if (!isWanted) return;
    let isLeft = false;
    const count = async (of: 'failed' | 'short') =>
      (await ports.readers.listJobItems({ jobId, state: of })).filter(
        ({ itemId }) => kind !== 'load-comments' || itemId !== noteId,
      ).length;
    Promise.all([count('failed'), count('short')]).then(
      ([failed, short]) => {
        if (!isLeft) missing.value = { failed, short };
      },
      () => undefined, // The title says that something is missing; the job's own screen reads it again.
    );
    return () => {
      isLeft = true;
    };
  }, [jobId, isWanted, updatedAt]);
  return missing;
}
