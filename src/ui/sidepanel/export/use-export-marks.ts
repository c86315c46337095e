import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { ExportFormatId } from '../../../model/export';
import type { ExportMark } from '../../../model/exports/export-mark';
import { useUi } from '../../shell/ui-context';

/** When these notes were last exported whole in that format; `undefined` until that is known. */
export function useExportMarks(
  noteIds: readonly string[],
  format: ExportFormatId,
): readonly ExportMark[] | undefined {
  const { ports } = useUi();
  const marks = useSignal<readonly ExportMark[] | undefined>(undefined);
  useEffect(() => {
    let isLeft = false;
    marks.value = undefined;
    ports.readers.findExportMarks(noteIds, format).then(
      (found) => {
        if (!isLeft) marks.value = found;
      },
      () => undefined, // Without the time the choice is the same; the export says what is wrong.
    );
    return () => {
      isLeft = true;
    };
  }, [noteIds.join(), format]);
  return marks.value;
}
