import type { ExportChoice } from '../../../model/exports/export-choice';
import { SelectField } from '../../controls/select-field';
import { useTexts } from '../../text-context';
import { ColumnList } from './column-list';
import { listChosenColumns } from './to-request';

const PRESETS = ['standard', 'reading', 'analysis', 'all', 'own'] as const;

export interface ChoicePartProps {
  readonly choice: ExportChoice;
  readonly onChange: (patch: Partial<ExportChoice>) => void;
}

/** A ready-made choice of columns, or one's own, which begins with what was chosen before. */
export function ColumnChoice({ choice, onChange }: ChoicePartProps) {
  const { t } = useTexts();
  const chosen = listChosenColumns(choice);
  return (
    <>
      <SelectField
        label={t('exporting.columns')}
        hint={t('exporting.columns-count', { count: chosen.length })}
        value={choice.columnPreset}
        options={PRESETS.map((value) => ({ value, label: t(`exporting.columns-${value}`) }))}
        onChange={(columnPreset) =>
          onChange(columnPreset === 'own' ? { columnPreset, columns: [...chosen] } : { columnPreset })
        }
      />
      <details class="disclosure">
        <summary>{t('exporting.columns-pick')}</summary>
        <ColumnList
          chosen={chosen}
          onChange={(columns) => onChange({ columnPreset: 'own', columns: [...columns] })}
        />
      </details>
    </>
  );
}
