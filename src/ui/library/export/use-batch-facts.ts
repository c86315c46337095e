import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../../shell/ui-context';
import { toNamed, type NamedNote } from '../../sidepanel/export/name-pattern';

/** What the name of the first file is made of. */
export interface BatchFacts {
  readonly first: NamedNote;
  readonly rows: number | undefined;
}

/** The first note and its comments; of several notes in one file: how many they are. */
export function useBatchFacts(noteIds: readonly [string, ...string[]], isEach: boolean): BatchFacts {
  const { ports } = useUi();
  const [noteId] = noteIds;
  const isOne = isEach || noteIds.length === 1;
  const found = useSignal<BatchFacts | undefined>(undefined);
  useEffect(() => {
    let isLeft = false;
    const read = async () => {
      const [note, rows] = await Promise.all([
        ports.readers.findNote(noteId),
        ports.readers.countComments(noteId),
      ]);
      if (!isLeft) found.value = { first: note ? toNamed(note) : { noteId }, rows };
    };
    void read().catch(() => undefined); // The name is shown without what is not known.
    return () => {
      isLeft = true;
    };
  }, [noteId]);
  if (!isOne) return { first: { noteId: `${noteIds.length}-notes` }, rows: undefined };
  return found.value ?? { first: { noteId }, rows: undefined };
}
