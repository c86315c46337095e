import type { ExportChoice } from '../../../model/exports/export-choice';
import type { CommentViewSummary } from '../../../workers/comment-view/types';
import { useTexts } from '../../text-context';
import type { ChoicePartProps } from './column-choice';

export interface RowChoiceProps extends ChoicePartProps {
  readonly summary: CommentViewSummary | undefined;
  /** Whether the list on screen is filtered or in another order. */
  readonly isNarrowed: boolean;
}

const ROWS = ['all', 'shown', 'new'] as const satisfies readonly ExportChoice['rows'][];

/** All rows, those of the list on screen, or those that came since the last file of this kind. */
export function RowChoice({ choice, onChange, summary, isNarrowed }: RowChoiceProps) {
  const { t } = useTexts();
  const hints = {
    all: t('exporting.rows-all-hint', { count: summary?.total ?? 0 }),
    shown: isNarrowed
      ? t('exporting.rows-shown-hint', { count: summary?.matches ?? 0 })
      : t('exporting.rows-shown-same'),
    new: t('exporting.rows-new-hint', { format: t(`exporting.format-${choice.format}`) }),
  };
  return (
    <fieldset class="radio-list">
      <legend class="switch-label">{t('exporting.rows')}</legend>
      {ROWS.map((rows) => (
        <label class="radio-line" key={rows}>
          <input
            type="radio"
            name="export-rows"
            checked={choice.rows === rows}
            onChange={() => onChange({ rows })}
          />
          <span class="grow">
            <span>{t(`exporting.rows-${rows}`)}</span>
            <span class="switch-hint">{hints[rows]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
