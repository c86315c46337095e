import { useSignal } from '@preact/signals';
import { DEFAULT_SETTINGS, type Settings } from '../../../model/settings';
import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { Segmented } from '../../controls/segmented';
import { Switch } from '../../controls/switch';
import { ExportOutcome } from '../../note/export-outcome';
import { useUi } from '../../shell/ui-context';
import { useSave } from '../../shell/use-save';
import { useTexts } from '../../text-context';
import type { PanelStores } from './create-panel-stores';

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

/** One click to the file; beside it the two choices; below it how it goes. */
export function ExportBar({ stores }: { stores: PanelStores }) {
  const { t, language } = useTexts();
  const ui = useUi();
  const save = useSave();
  const open = useSignal(false);
  const csv = (ui.settings.settings.value ?? DEFAULT_SETTINGS).csv;
  const { exports } = stores;
  const state = exports.current.value;
  const busy = exports.starting.value || state?.state === 'writing' || state?.state === 'saving';
  return (
    <div class="stack">
      <div class="row">
        <Button
          kind="primary"
          icon="download"
          wide
          busy={busy}
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
      {open.value && (
        <ExportOptions csv={csv} onChange={(next) => void save(ui.settings.change({ csv: next }))} />
      )}
      <ExportOutcome exports={exports} />
    </div>
  );
}
