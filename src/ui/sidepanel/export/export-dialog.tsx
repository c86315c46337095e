import { useSignal } from '@preact/signals';
import type { ExportChoice } from '../../../model/exports/export-choice';
import type { Note } from '../../../model/note';
import { DEFAULT_SETTINGS } from '../../../model/settings';
import { Button } from '../../controls/button';
import { Switch } from '../../controls/switch';
import { useUi } from '../../shell/ui-context';
import { formatMoment } from '../../format/format-time';
import { useSave } from '../../shell/use-save';
import type { ExportStore } from '../../stores/export-store';
import { Dialog } from '../../surfaces/dialog';
import { useTexts } from '../../text-context';
import type { CommentsStore } from '../comments/create-comments-store';
import { ColumnChoice } from './column-choice';
import { CopyTable } from './copy-table';
import './export.css';
import { FormatChoice } from './format-choice';
import { NamePattern, toNamed } from './name-pattern';
import { RowChoice } from './row-choice';
import { isNarrowed, toWantedFile } from './to-request';
import { useExportMarks } from './use-export-marks';

export interface ExportDialogProps {
  readonly exports: ExportStore;
  readonly comments: CommentsStore;
  readonly note: Note;
  readonly onClose: () => void;
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
  const marks = useExportMarks([note.noteId], choice.format);
  const format = t(`exporting.format-${choice.format}`);
  const last = marks?.[0];
  const options = [
    { rows: 'all', hint: t('exporting.rows-all-hint', { count: summary?.total ?? 0 }) },
    {
      rows: 'shown',
      hint: isNarrowed(query)
        ? t('exporting.rows-shown-hint', { count: summary?.matches ?? 0 })
        : t('exporting.rows-shown-same'),
    },
    {
      rows: 'new',
      hint: last
        ? t('exporting.rows-new-since', { format, when: formatMoment(last.exportedAt, language) })
        : t('exporting.rows-new-hint', { format }),
    },
  ] as const;
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
        <RowChoice choice={choice} onChange={onChange} options={options} />
        <ColumnChoice choice={choice} onChange={onChange} />
        <Switch
          label={t('exporting.anonymise')}
          hint={t('exporting.anonymise-hint')}
          on={choice.anonymised}
          onChange={(anonymised) => onChange({ anonymised })}
        />
        <NamePattern choice={choice} onChange={onChange} named={toNamed(note)} rows={rows ?? 0} />
        <CopyTable comments={comments} note={note} choice={choice} />
      </div>
    </Dialog>
  );
}
