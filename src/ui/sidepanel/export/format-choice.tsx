import { EXPORT_FORMAT_IDS } from '../../../model/export';
import { Segmented } from '../../controls/segmented';
import { SelectField } from '../../controls/select-field';
import { useTexts } from '../../text-context';
import type { ChoicePartProps } from './column-choice';

/** The kind of file, and of tables what stands above their columns. */
export function FormatChoice({ choice, onChange }: ChoicePartProps) {
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
