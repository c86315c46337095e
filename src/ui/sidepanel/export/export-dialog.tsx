import { useSignal } from '@preact/signals';
import type { ExportChoice } from '../../../model/exports/export-choice';
import { EXPORT_FORMAT_IDS } from '../../../model/export';
import type { Note } from '../../../model/note';
import { DEFAULT_SETTINGS } from '../../../model/settings';
import { Button } from '../../controls/button';
import { Segmented } from '../../controls/segmented';
import { SelectField } from '../../controls/select-field';
import { Switch } from '../../controls/switch';
import { useUi } from '../../shell/ui-context';
import { useSave } from '../../shell/use-save';
import type { ExportStore } from '../../stores/export-store';
import { Dialog } from '../../surfaces/dialog';
import { useTexts } from '../../text-context';
import type { CommentsStore } from '../comments/create-comments-store';
import { ColumnChoice } from './column-choice';
import { CopyTable } from './copy-table';
import './export.css';
import { NamePattern } from './name-pattern';
import { RowChoice } from './row-choice';
import { isNarrowed, toWantedFile } from './to-request';

export interface ExportDialogProps {
  readonly exports: ExportStore;
  readonly comments: CommentsStore;
  readonly note: Note;
  readonly onClose: () => void;
}

function FormatChoice(props: { choice: ExportChoice; onChange: (patch: Partial<ExportChoice>) => void }) {
  const { choice, onChange } = props;
  const { t } = useTexts();
  return (
    <>
      <SelectField
        label={t('exporting.format')}
        value={choice.format}
        options={EXPORT_FORMAT_IDS.map((value) => ({ value, label: t(`exporting.format-${value}`) }))}
        onChange={(format) => onChange({ format })}
      />
      <p class="small soft export-hint">{t(`exporting.format-${choice.format}-hint`)}</p>
      {(choice.format === 'csv' || choice.format === 'xlsx') && (
        <div class="field-line">
          <span class="grow switch-label">{t('exporting.preset')}</span>
          <Segmented
            label={t('exporting.preset')}
            value={choice.preset}
            options={[
              {
                value: 'excel',
                label: t(choice.format === 'csv' ? 'panel.preset-excel' : 'exporting.headers-words'),
              },
              {
                value: 'plain',
                label: t(choice.format === 'csv' ? 'panel.preset-plain' : 'exporting.headers-ids'),
              },
            ]}
            onChange={(preset) => onChange({ preset })}
          />
        </div>
      )}
    </>
  );
}

/** Everything that can be said of a file before it is written. What was chosen is offered again next time. */
export function ExportDialog({ exports, comments, note, onClose }: ExportDialogProps) {
  const { t, language } = useTexts();
  const { settings } = useUi();
  const save = useSave();
  const draft = useSignal<ExportChoice>((settings.settings.value ?? DEFAULT_SETTINGS).exporting);
  const choice = draft.value;
  const query = comments.query.value;
  const summary = comments.summary.value;
  const onChange = (patch: Partial<ExportChoice>) => (draft.value = { ...draft.value, ...patch });
  const start = () => {
    void save(settings.change({ exporting: choice }));
    void exports.start(toWantedFile(choice, query), language);
    onClose();
  };
  const rows = choice.rows === 'shown' ? summary?.matches : summary?.total;
  return (
    <Dialog
      title={t('exporting.title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button kind="primary" icon="download" onClick={start}>
            {t('exporting.start')}
          </Button>
        </>
      }
    >
      <div class="stack export-choices">
        <FormatChoice choice={choice} onChange={onChange} />
        <RowChoice choice={choice} onChange={onChange} summary={summary} isNarrowed={isNarrowed(query)} />
        <ColumnChoice choice={choice} onChange={onChange} />
        <Switch
          label={t('exporting.anonymise')}
          hint={t('exporting.anonymise-hint')}
          on={choice.anonymised}
          onChange={(anonymised) => onChange({ anonymised })}
        />
        <NamePattern choice={choice} onChange={onChange} note={note} rows={rows ?? 0} />
        <CopyTable comments={comments} note={note} choice={choice} />
      </div>
    </Dialog>
  );
}
