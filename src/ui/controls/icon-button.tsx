import type { TargetedMouseEvent } from 'preact';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';

export interface IconButtonProps {
  readonly icon: IconName;
  /** What it does: read out, and shown on hover. */
  readonly label: string;
  readonly onClick: (event: TargetedMouseEvent<HTMLButtonElement>) => void;
  /** For a button that stays down. */
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly size?: number;
}

/** A button without words. */
export function IconButton({ icon, label, onClick, pressed, disabled, size = 18 }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <Icon name={icon} size={size} />
    </button>
  );
}
