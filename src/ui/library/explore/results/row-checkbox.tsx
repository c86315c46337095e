import { useTexts } from '../../../text-context';

/** Whether a row is chosen, and what choosing it does; `isRange`: Shift was held. */
export interface RowChoice {
  readonly isOn: boolean;
  readonly onToggle: (isRange: boolean) => void;
}

/** Chooses a row. Shift chooses everything from the one before to here. */
export function RowCheckbox({ choice, name }: { choice: RowChoice; name: string }) {
  const { t } = useTexts();
  return (
    <label class="row-check">
      <input
        type="checkbox"
        checked={choice.isOn}
        aria-label={t('explore.select-one', { name })}
        onClick={(event) => choice.onToggle(event.shiftKey)}
      />
    </label>
  );
}
