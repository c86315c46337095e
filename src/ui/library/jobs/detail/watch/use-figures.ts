import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { Job } from '../../../../../model/jobs/job';
import type { NoteSnapshot } from '../../../../../model/note';
import { useUi } from '../../../../shell/ui-context';
import { LOADING, toFailed, type Async } from '../../../../stores/async';
import { createRefresher } from '../../../../stores/create-refresher';

/** Counts that have not changed are not written down again so soon: what was seen before the first look stands for it, ms. */
const STANDS_MS = 3_600_000;

/** The counts of a watched note while it has been watched, oldest first, whoever saw them; kept up with new ones. */
export function useFigures({ noteId, createdAt, endedAt }: Job): Async<readonly NoteSnapshot[]> {
  const { ports } = useUi();
  const figures = useSignal<Async<readonly NoteSnapshot[]>>(LOADING);
  useEffect(() => {
    if (noteId === undefined) return;
    const left = new AbortController();
    const read = createRefresher(async (isStale) => {
      try {
        const all = await ports.readers.findSnapshots(noteId);
        const own = all.filter(({ at }) => at >= createdAt - STANDS_MS && at <= (endedAt ?? Infinity));
        if (!isStale() && !left.signal.aborted) figures.value = { state: 'ready', value: own };
      } catch (thrown) {
        if (!left.signal.aborted) figures.value = toFailed(thrown);
      }
    });
    ports.onEvent('note.changed', (event) => void (event.noteId === noteId && read()), left.signal);
    void read();
    return () => left.abort();
  }, [noteId, createdAt, endedAt]);
  return figures.value;
}
