import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { mayHaveBeenSent } from '../../../model/actions/action-entry';
import type { WrittenText } from '../../../model/actions/find-repeats';
import { useUi } from '../../shell/ui-context';

/** How far back the same words still count: a week. */
const LATELY_MS = 7 * 86_400_000;

/** What was written under notes in the last days, whichever account wrote it; read again when a job has moved on. */
export function useWrittenLately(): ReadonlySignal<readonly WrittenText[]> {
  const { ports } = useUi();
  const written = useSignal<readonly WrittenText[]>([]);
  useEffect(() => {
    const gone = new AbortController();
    const read = () =>
      ports.readers.listActionsSince(Date.now() - LATELY_MS).then(
        (entries) => {
          if (gone.signal.aborted) return;
          written.value = entries.flatMap((entry) =>
            entry.content !== undefined && mayHaveBeenSent(entry) ? [{ content: entry.content }] : [],
          );
        },
        // Without the log there is nothing to warn of.
        () => undefined,
      );
    ports.onEvent('job.changed', () => void read(), gone.signal);
    void read();
    return () => gone.abort();
  }, []);
  return written;
}
