import { useSignal } from '@preact/signals';
import { useEffect, useId } from 'preact/hooks';
import { useTexts } from '../text-context';

export interface AmountFieldProps {
  readonly label: string;
  /** What stands before or behind the number: a currency, a unit. */
  readonly unit: string;
  /** `undefined`: the field is empty. */
  readonly value: number | undefined;
  /** When Enter is pressed or the field is left with another number in it. */
  readonly onCommit: (value: number | undefined) => void;
  /** What an empty field means. */
  readonly placeholder: string;
  /** Whole numbers only. */
  readonly isWhole?: boolean;
  /** The least and the most that is taken. */
  readonly range?: { readonly from: number; readonly to: number };
}

const LARGEST = 1_000_000;

/** A number of money, credits or times. What is no number is said at once and is not taken. */
export function AmountField(props: AmountFieldProps) {
  const { label, unit, value, onCommit, placeholder, isWhole = false, range } = props;
  const { t } = useTexts();
  const id = useId();
  const text = useSignal(toText(value));
  useEffect(() => {
    text.value = toText(value);
  }, [value]);
  const read = readAmount(text.value, isWhole);
  const isOutside = range !== undefined && typeof read === 'number' && (read < range.from || read > range.to);
  const isWrong = read === 'wrong' || isOutside;
  const commit = () => {
    if (read !== 'wrong' && !isOutside && read !== value) onCommit(read);
  };
  return (
    <div class="amount">
      <div class={isWrong ? 'field-frame amount-frame field-wrong' : 'field-frame amount-frame'}>
        <input
          id={id}
          type="text"
          inputMode={isWhole ? 'numeric' : 'decimal'}
          aria-label={label}
          aria-invalid={isWrong}
          {...(isWrong ? { 'aria-describedby': `${id}-problem` } : {})}
          placeholder={placeholder}
          value={text.value}
          autocomplete="off"
          onInput={(event) => (text.value = event.currentTarget.value)}
          onBlur={commit}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) commit();
          }}
        />
        <span class="amount-unit" aria-hidden="true">
          {unit}
        </span>
      </div>
      {isWrong && (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {isOutside
            ? t('pace.between', range)
            : t(isWhole ? 'words.whole-number-wanted' : 'words.number-wanted')}
        </p>
      )}
    </div>
  );
}

const toText = (value: number | undefined) => (value === undefined ? '' : String(value));

/** The number in a text, `undefined` for an empty one. A comma is taken for a point. */
export function readAmount(text: string, isWhole = false): number | undefined | 'wrong' {
  const trimmed = text.trim().replace(',', '.');
  if (trimmed === '') return undefined;
  if (!(isWhole ? /^\d{1,7}$/ : /^(?:\d{1,7}(?:\.\d{0,6})?|\.\d{1,6})$/).test(trimmed)) return 'wrong';
  const value = Number(trimmed);
  return value <= LARGEST ? value : 'wrong';
}
