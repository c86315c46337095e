import { useSignal } from '@preact/signals';
import { toClipboardTable } from '../../../export/lists/clipboard-table';
import type { ExportChoice } from '../../../model/exports/export-choice';
import type { Note } from '../../../model/note';
import { Button } from '../../controls/button';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';
import type { CommentsStore } from '../comments/create-comments-store';
import { listChosenColumns } from './to-request';

/** A clipboard is no file: beyond this, programs that take it in stand still. */
const MOST_ROWS = 500;

/** Copies what the list shows as a table, for a spreadsheet or a document that is open already. */
export function CopyTable(props: {
  readonly comments: CommentsStore;
  readonly note: Note;
  readonly choice: ExportChoice;
}) {
  const { comments, note, choice } = props;
  const { t, language } = useTexts();
  const { toasts } = useUi();
  const busy = useSignal(false);
  const count = comments.summary.value?.matches ?? 0;
  const copy = async () => {
    busy.value = true;
    try {
      const rows = await comments.readShown(MOST_ROWS * 4);
      const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
      const table = toClipboardTable(
        rows.filter(({ matches }) => matches).map(({ comment }) => comment),
        note,
        { columns: [...listChosenColumns(choice)], anonymised: choice.anonymised, language, timeZone },
      );
      await navigator.clipboard.write([
        new ClipboardItem({
          'text/plain': new Blob([table.text], { type: 'text/plain' }),
          'text/html': new Blob([table.html], { type: 'text/html' }),
        }),
      ]);
      toasts.show(t('exporting.copied', { count: table.rows }));
    } catch {
      // The browser keeps the clipboard to itself, or the list is gone: either way nothing was copied.
      toasts.show(t('words.copy-refused'), { tone: 'bad' });
    } finally {
      busy.value = false;
    }
  };
  return (
    <div class="stack-tight">
      <div class="row">
        <Button
          icon="copy"
          size="small"
          busy={busy.value}
          disabled={count === 0 || count > MOST_ROWS}
          describedBy="copy-table-hint"
          onClick={() => void copy()}
        >
          {t('exporting.copy')}
        </Button>
      </div>
      <p class="tiny soft" id="copy-table-hint">
        {count > MOST_ROWS
          ? t('exporting.copy-many', { most: MOST_ROWS })
          : t('exporting.copy-hint', { count })}
      </p>
    </div>
  );
}
