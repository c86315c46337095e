import { useSignal } from '@preact/signals';
import type { ComponentChildren, ComponentType } from 'preact';
import type { Note } from '../../../model/note';
import { DEFAULT_SETTINGS } from '../../../model/settings';
import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { isNoteRead } from '../../format/is-note-read';
import { ExportOutcome } from '../../note/export-outcome';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';
import type { ExportDialogProps } from '../export/export-dialog';
import type { PanelStores } from './create-panel-stores';

export interface ExportBarProps {
  readonly stores: PanelStores;
  readonly note: Note;
  /** What stands in the row in front of the export. */
  readonly children?: ComponentChildren;
}

/**
 * One click to a CSV; beside it what is handed in, and every other kind of file; below it how it goes. Of a note that was never
 * read there is nothing to write, which is said.
 */
export function ExportBar({ stores, note, children }: ExportBarProps) {
  const { t, language } = useTexts();
  const ui = useUi();
  const dialog = useSignal<ComponentType<ExportDialogProps> | undefined>(undefined);
  const Choices = dialog.value;
  const csv = (ui.settings.settings.value ?? DEFAULT_SETTINGS).csv;
  const { exports } = stores;
  const state = exports.current.value;
  const busy = exports.starting.value || state?.state === 'writing' || state?.state === 'saving';
  const summary = stores.comments.summary.value;
  const isNothing = !isNoteRead(note) && summary !== undefined && summary.total === 0;
  // Everything that the choices need is loaded when somebody wants to choose: the panel opens without it.
  const openDialog = async () => {
    const { ExportDialog } = await import('../export/export-dialog');
    dialog.value = ExportDialog;
  };
  return (
    <div class="stack">
      <div class="panel-actions">
        {children}
        <Button
          kind="primary"
          icon="download"
          busy={busy}
          disabled={isNothing}
          {...(isNothing ? { describedBy: 'export-nothing' } : {})}
          onClick={() => void exports.start(csv, language)}
        >
          {t('panel.export')}
        </Button>
        <IconButton
          icon="gear"
          label={t('panel.export-options')}
          disabled={isNothing}
          onClick={() => void openDialog()}
        />
      </div>
      {isNothing && (
        <p class="tiny soft" id="export-nothing">
          {t('panel.export-nothing')}
        </p>
      )}
      {Choices && (
        <Choices
          exports={exports}
          comments={stores.comments}
          note={note}
          onClose={() => (dialog.value = undefined)}
        />
      )}
      <ExportOutcome exports={exports} />
    </div>
  );
}
