import { useSignal } from '@preact/signals';
import { toAppError } from '../../../model/errors';
import type { ExportChoice } from '../../../model/exports/export-choice';
import { DEFAULT_SETTINGS } from '../../../model/settings';
import { Button } from '../../controls/button';
import { Segmented } from '../../controls/segmented';
import { Switch } from '../../controls/switch';
import { formatMoment } from '../../format/format-time';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { ColumnChoice } from '../../sidepanel/export/column-choice';
import { FormatChoice } from '../../sidepanel/export/format-choice';
import { NamePattern } from '../../sidepanel/export/name-pattern';
import { RowChoice } from '../../sidepanel/export/row-choice';
import { useExportMarks } from '../../sidepanel/export/use-export-marks';
import { Dialog } from '../../surfaces/dialog';
import { useTexts } from '../../text-context';
import { toBatchRequest } from './to-batch-request';
import { useBatchFacts } from './use-batch-facts';
import '../../sidepanel/export/export.css';

export interface BatchDialogProps {
  readonly noteIds: readonly [string, ...string[]];
  readonly onStarted: (jobId: string) => void;
  readonly onClose: () => void;
}

/** The comments of chosen notes as files, by one job: everything that can be said of files before they are written. */
export function BatchDialog({ noteIds, onStarted, onClose }: BatchDialogProps) {
  const { t, language } = useTexts();
  const { ports, settings, toasts } = useUi();
  const save = useSave();
  const draft = useSignal<ExportChoice>(toOffered((settings.settings.value ?? DEFAULT_SETTINGS).exporting));
  const isEach = useSignal(false);
  const choice = draft.value;
  const facts = useBatchFacts(noteIds, isEach.value);
  const onChange = (patch: Partial<ExportChoice>) => (draft.value = { ...draft.value, ...patch });
  const start = async () => {
    void save(settings.change({ exporting: choice }));
    const request = toBatchRequest(noteIds, choice, isEach.value, language);
    const format = t(`exporting.format-${choice.format}`);
    const title = t('exporting.batch-name', { count: noteIds.length, format });
    onClose();
    try {
      const order = { kind: 'export', input: { request }, title, agreed: true } as const;
      onStarted((await ports.client('job.start', order)).jobId);
    } catch (thrown) {
      toasts.show(t(`error.${toAppError(thrown).code}`), { tone: 'bad' });
    }
  };
  return (
    <Dialog
      title={t('exporting.batch-title', { count: noteIds.length })}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('words.cancel')}</Button>
          <Button kind="primary" icon="download" onClick={() => void start()}>
            {t('exporting.start')}
          </Button>
        </>
      }
    >
      <div class="stack export-choices">
        <FormatChoice choice={choice} onChange={onChange} />
        {noteIds.length > 1 && (
          <div class="field-line">
            <span class="grow switch-label">{t('exporting.batch-files')}</span>
            <Segmented
              label={t('exporting.batch-files')}
              value={isEach.value ? 'each' : 'one'}
              options={[
                { value: 'one', label: t('exporting.batch-one') },
                { value: 'each', label: t('exporting.batch-each') },
              ]}
              onChange={(value) => (isEach.value = value === 'each')}
            />
          </div>
        )}
        <BatchRows noteIds={noteIds} choice={choice} onChange={onChange} />
        <ColumnChoice choice={choice} onChange={onChange} />
        <Switch
          label={t('exporting.anonymise')}
          hint={t('exporting.anonymise-hint')}
          on={choice.anonymised}
          onChange={(anonymised) => onChange({ anonymised })}
        />
        <NamePattern choice={choice} onChange={onChange} named={facts.first} rows={facts.rows} />
      </div>
    </Dialog>
  );
}

/** All rows, or those since each note's last file of this kind; no list is on screen here. */
function BatchRows(props: {
  readonly noteIds: readonly string[];
  readonly choice: ExportChoice;
  readonly onChange: (patch: Partial<ExportChoice>) => void;
}) {
  const { noteIds, choice, onChange } = props;
  const { t, language } = useTexts();
  const marks = useExportMarks(noteIds, choice.format) ?? [];
  const format = t(`exporting.format-${choice.format}`);
  const last = Math.max(...marks.map(({ exportedAt }) => exportedAt));
  const sinceHint =
    marks.length === 0
      ? t('exporting.batch-new-none', { format })
      : t('exporting.batch-new-some', {
          known: marks.length,
          count: noteIds.length,
          format,
          when: formatMoment(last, language),
        });
  return (
    <RowChoice
      choice={choice}
      onChange={onChange}
      options={[
        { rows: 'all', hint: t('exporting.batch-all-hint') },
        { rows: 'new', hint: sinceHint },
      ]}
    />
  );
}

const toOffered = (choice: ExportChoice): ExportChoice =>
  choice.rows === 'shown' ? { ...choice, rows: 'all' } : choice;
