import { useSignal } from '@preact/signals';
import { AppError, type ErrorReport } from '../../../model/errors';
import type { ExportState } from '../../../model/export';
import { DEFAULT_SETTINGS, type Settings } from '../../../model/settings';
import { Button } from '../../controls/button';
import { IconButton } from '../../controls/icon-button';
import { Segmented } from '../../controls/segmented';
import { Switch } from '../../controls/switch';
import { Icon } from '../../icons/icon';
import { useUi } from '../../shell/ui-context';
import { FailedNotice } from '../../surfaces/failed-notice';
import { ProgressBar } from '../../surfaces/progress-bar';
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

function toError(report: ErrorReport): AppError {
  return new AppError(report.code, { retryable: report.retryable, details: report.details });
}

/** What became of the export that was started last. */
function ExportOutcome({
  state,
  onCancel,
  onDismiss,
}: {
  state: ExportState;
  onCancel: () => void;
  onDismiss: () => void;
}) {
  const { t } = useTexts();
  if (state.state === 'failed') {
    if (state.error?.code === 'cancelled') return <p class="small soft">{t('error.cancelled')}</p>;
    return state.error ? <FailedNotice shape="line" error={toError(state.error)} /> : null;
  }
  if (state.state === 'done') {
    return (
      <div class="row small export-done" role="status">
        <Icon name="check" size={15} />
        <span class="grow">
          {t('panel.export-done', { rows: state.rows })}
          <span class="cut tiny faint export-name">{state.fileName}</span>
        </span>
        <IconButton icon="close" size={14} label={t('words.close')} onClick={onDismiss} />
      </div>
    );
  }
  const text = t('panel.export-rows', { rows: state.rows, total: state.expectedRows });
  return (
    <div class="row">
      <div class="grow">
        <ProgressBar label={t('panel.export')} value={state.rows} max={state.expectedRows} text={text} />
      </div>
      <IconButton icon="stop" label={t('words.cancel')} onClick={onCancel} />
    </div>
  );
}

/** One click to the file; beside it the two choices; below it how far it is. */
export function ExportBar({ stores }: { stores: PanelStores }) {
  const { t, language } = useTexts();
  const ui = useUi();
  const open = useSignal(false);
  const csv = (ui.settings.settings.value ?? DEFAULT_SETTINGS).csv;
  const { exports } = stores;
  const state = exports.current.value;
  const failure = exports.failure.value;
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
      {open.value && <ExportOptions csv={csv} onChange={(next) => void ui.settings.change({ csv: next })} />}
      {failure && <FailedNotice shape="line" error={toError(failure)} />}
      {state && (
        <ExportOutcome
          state={state}
          onCancel={() => void exports.cancel()}
          onDismiss={() => exports.dismiss()}
        />
      )}
    </div>
  );
}
