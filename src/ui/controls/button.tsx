import type { ComponentChildren, TargetedMouseEvent } from 'preact';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';

export interface ButtonProps {
  readonly children: ComponentChildren;
  readonly onClick: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  /** `primary`: the one thing to do here; `plain`: beside it; `ghost`: in passing; `danger`: cannot be taken back. */
  readonly kind?: 'primary' | 'plain' | 'ghost' | 'danger';
  readonly size?: 'small' | 'normal' | 'large';
  readonly icon?: IconName;
  readonly disabled?: boolean;
  /** Work is under way: the button stays in place, says so and takes no click. */
  readonly busy?: boolean;
  readonly wide?: boolean;
  readonly describedBy?: string;
}

/** A button with words. It keeps its width while it is busy. */
export function Button(props: ButtonProps) {
  const {
    children,
    onClick,
    kind = 'plain',
    size = 'normal',
    icon,
    disabled,
    busy,
    wide,
    describedBy,
  } = props;
  return (
    <button
      type="button"
      class={`button button-${kind} button-${size}${wide ? ' button-wide' : ''}`}
      disabled={disabled}
      aria-busy={busy}
      aria-describedby={describedBy}
      onClick={(event) => {
        if (!busy) onClick(event);
      }}
    >
      {busy ? <span class="spinner" aria-hidden="true" /> : icon && <Icon name={icon} size={17} />}
      <span class="button-words">{children}</span>
    </button>
  );
}
