import type { ExportChoice } from '../../../model/exports/export-choice';
import { useTexts } from '../../text-context';
import type { ChoicePartProps } from './column-choice';

export interface RowChoiceProps extends ChoicePartProps {
  /** What may be chosen, and what each of it means here. */
  readonly options: readonly { readonly rows: ExportChoice['rows']; readonly hint: string }[];
}

/** All rows, those of the list on screen, or those that came since the last file of this kind. */
export function RowChoice({ choice, onChange, options }: RowChoiceProps) {
  const { t } = useTexts();
  return (
    <fieldset class="radio-list">
      <legend class="switch-label">{t('exporting.rows')}</legend>
      {options.map(({ rows, hint }) => (
        <label class="radio-line" key={rows}>
          <input
            type="radio"
            name="export-rows"
            checked={choice.rows === rows}
            onChange={() => onChange({ rows })}
          />
          <span class="grow">
            <span>{t(`exporting.rows-${rows}`)}</span>
            <span class="switch-hint">{hint}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
