import { useSignal } from '@preact/signals';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';
import { IconButton } from './icon-button';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconName;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
}

/** A button that opens a short list of things to do. Arrows move, Enter chooses, Escape and a click beside close it. */
export function Menu({
  label,
  items,
  icon = 'more',
}: {
  label: string;
  items: readonly MenuItem[];
  icon?: IconName;
}) {
  const open = useSignal(false);
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const entries = () => [
    ...(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]:not([disabled])') ?? []),
  ];

  // In the same turn as the list is drawn: a key pressed right after the click moves on from its first entry.
  useLayoutEffect(() => {
    if (!open.value) return;
    entries()[0]?.focus();
    const leave = (event: Event) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) open.value = false;
    };
    document.addEventListener('pointerdown', leave);
    document.addEventListener('focusin', leave);
    return () => {
      document.removeEventListener('pointerdown', leave);
      document.removeEventListener('focusin', leave);
    };
  }, [open.value]);

  const close = () => {
    open.value = false;
    box.current?.querySelector<HTMLElement>('.icon-button')?.focus();
  };
  const move = (event: KeyboardEvent) => {
    if (!open.value) return;
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
      return;
    }
    const all = entries();
    const at = all.findIndex((entry) => entry === document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    all[(to + all.length) % all.length]?.focus();
  };
  return (
    <div class="menu" ref={box} onKeyDown={move}>
      <IconButton icon={icon} label={label} pressed={open.value} onClick={() => (open.value = !open.value)} />
      {open.value && (
        <div class="menu-list" role="menu" aria-label={label} id={id}>
          {items.map((item) => (
            <button
              type="button"
              role="menuitem"
              key={item.id}
              class={item.danger ? 'menu-item menu-danger' : 'menu-item'}
              disabled={item.disabled}
              tabIndex={-1}
              onClick={() => {
                close();
                item.onChoose();
              }}
            >
              {item.icon && <Icon name={item.icon} size={16} />}
              <span>{item.label}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
