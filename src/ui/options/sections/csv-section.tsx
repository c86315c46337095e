import type { Settings } from '../../../model/settings';
import { Segmented } from '../../controls/segmented';
import { Switch } from '../../controls/switch';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { Card } from '../../surfaces/card';
import { useTexts } from '../../text-context';

/** How exported files are written. */
export function CsvSection({ now }: { now: Settings }) {
  const { settings } = useUi();
  const { t } = useTexts();
  const save = useSave();
  return (
    <Card title={t('options.csv')}>
      <div class="lines">
        <div class="field-line">
          <div class="grow">
            <span class="switch-label">{t('options.csv-preset')}</span>
            <span class="switch-hint">{t(`options.csv-${now.csv.preset}-hint`)}</span>
          </div>
          <Segmented
            label={t('options.csv-preset')}
            value={now.csv.preset}
            options={[
              { value: 'excel', label: t('options.csv-excel') },
              { value: 'plain', label: t('options.csv-plain') },
            ]}
            onChange={(preset) => void save(settings.change({ csv: { ...now.csv, preset } }))}
          />
        </div>
        <Switch
          label={t('options.csv-note-columns')}
          hint={t('options.csv-note-columns-hint')}
          on={now.csv.withNoteColumns}
          onChange={(withNoteColumns) => void save(settings.change({ csv: { ...now.csv, withNoteColumns } }))}
        />
      </div>
    </Card>
  );
}
