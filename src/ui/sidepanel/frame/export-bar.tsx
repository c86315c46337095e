import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { Note } from '../../../model/note';
import { DEFAULT_SETTINGS, type Settings } from '../../../model/settings';
import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { Segmented } from '../../controls/segmented';
import { Switch } from '../../controls/switch';
import { isNoteRead } from '../../format/is-note-read';
import { ExportOutcome } from '../../note/export-outcome';
import { useUi } from '../../shell/ui-context';
import { useSave } from '../../shell/use-save';
import { useTexts } from '../../text-context';
import type { PanelStores } from './create-panel-stores';

export interface ExportBarProps {
  readonly stores: PanelStores;
  readonly note: Note;
  /** What stands in the row in front of the export. */
  readonly children?: ComponentChildren;
}

function ExportOptions({
  csv,
  onChange,
}: {
  csv: Settings['csv'];
  onChange: (csv: Settings['csv']) => void;
}) {
  const { t } = useTexts();
  return (
    <div class="stack">
      <Segmented
        label={t('panel.export-preset')}
        value={csv.preset}
        options={[
          { value: 'excel', label: t('panel.preset-excel') },
          { value: 'plain', label: t('panel.preset-plain') },
        ]}
        onChange={(preset) => onChange({ ...csv, preset })}
      />
      <Switch
        label={t('panel.export-note-columns')}
        on={csv.withNoteColumns}
        onChange={(withNoteColumns) => onChange({ ...csv, withNoteColumns })}
      />
    </div>
  );
}

/**
 * One click to the file; beside it what is handed in, and the choices; below it how it goes. Of a note that was never
 * read there is nothing to write, which is said.
 */
export function ExportBar({ stores, note, children }: ExportBarProps) {
  const { t, language } = useTexts();
  const ui = useUi();
  const save = useSave();
  const open = useSignal(false);
  const csv = (ui.settings.settings.value ?? DEFAULT_SETTINGS).csv;
  const { exports } = stores;
  const state = exports.current.value;
  const busy = exports.starting.value || state?.state === 'writing' || state?.state === 'saving';
  const summary = stores.comments.summary.value;
  const isNothing = !isNoteRead(note) && summary !== undefined && summary.total === 0;
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
          pressed={open.value}
          onClick={() => (open.value = !open.value)}
        />
      </div>
      {isNothing && (
        <p class="tiny soft" id="export-nothing">
          {t('panel.export-nothing')}
        </p>
      )}
      {open.value && (
        <ExportOptions csv={csv} onChange={(next) => void save(ui.settings.change({ csv: next }))} />
      )}
      <ExportOutcome exports={exports} />
    </div>
  );
}
