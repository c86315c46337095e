import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';

export interface ChipProps {
  readonly children: ComponentChildren;
  readonly icon?: IconName;
  readonly tone?: 'plain' | 'accent' | 'good' | 'warn' | 'bad' | 'violet';
  /** With it the chip is a button that is on or off. */
  readonly onToggle?: () => void;
  readonly on?: boolean;
  readonly href?: string;
}

/** A small label; a toggle with `onToggle`, a link with `href`. */
export function Chip({ children, icon, tone = 'plain', onToggle, on = false, href }: ChipProps) {
  const inner = (
    <>
      {icon && <Icon name={icon} size={13} />}
      <span class="cut">{children}</span>
    </>
  );
  if (onToggle) {
    return (
      <button type="button" class="chip chip-toggle" aria-pressed={on} onClick={onToggle}>
        {inner}
      </button>
    );
  }
  if (href !== undefined) {
    return (
      <a class={`chip chip-${tone} chip-link`} href={href} target="_blank" rel="noopener noreferrer">
        {inner}
      </a>
    );
  }
  return <span class={`chip chip-${tone}`}>{inner}</span>;
}
