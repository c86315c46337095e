import { useSignal, type ReadonlySignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { TemplateFacts } from '../../../model/templates/fill-template';
import { toTemplateFacts } from '../../../model/templates/to-template-facts';
import { useUi } from '../../shell/ui-context';

/** What is stored of a target that is named by its ids; nothing while it is read, or where nothing is. */
export function useTemplateFacts(
  noteId: string | undefined,
  commentId: string | undefined,
): ReadonlySignal<TemplateFacts> {
  const { ports } = useUi();
  const facts = useSignal<TemplateFacts>({});
  useEffect(() => {
    let isGone = false;
    const read = async () => {
      if (noteId === undefined) return {};
      const [note, [comment]] = await Promise.all([
        ports.readers.findNote(noteId),
        commentId === undefined ? [] : ports.readers.findCommentsByKey([[noteId, commentId]]),
      ]);
      return toTemplateFacts(note, comment);
    };
    // What cannot be read is not known: the preview says so, and the text can be written all the same.
    read().then(
      (found) => {
        if (!isGone) facts.value = found;
      },
      () => {
        if (!isGone) facts.value = {};
      },
    );
    return () => {
      isGone = true;
    };
  }, [noteId, commentId]);
  return facts;
}
