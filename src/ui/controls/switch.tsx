import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface SwitchProps {
  readonly label: ComponentChildren;
  /** A sentence below the label. */
  readonly hint?: ComponentChildren;
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly disabled?: boolean;
  /** Only the switch is drawn; the label is read out. */
  readonly bare?: boolean;
}

/** On or off, at once. The whole line can be clicked. */
export function Switch({ label, hint, on, onChange, disabled, bare }: SwitchProps) {
  const id = useId();
  return (
    <label class={bare ? 'switch switch-bare' : 'switch'} for={id}>
      <span class={bare ? 'unseen' : 'grow'}>
        <span class="switch-label">{label}</span>
        {hint !== undefined && (
          <span class="switch-hint" id={`${id}-hint`}>
            {hint}
          </span>
        )}
      </span>
      <input
        id={id}
        type="checkbox"
        role="switch"
        checked={on}
        disabled={disabled}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      <span class="switch-track" aria-hidden="true" />
    </label>
  );
}
