import type { ComponentChildren } from 'preact';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';

export interface NoticeProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
  /** The way on: buttons. */
  readonly actions?: ComponentChildren;
  readonly tone?: 'plain' | 'accent' | 'good' | 'warn' | 'bad';
  /** `page`: in the middle, large; `line`: one strip above other things; `strip`: with its buttons below the words. */
  readonly shape?: 'page' | 'line' | 'strip';
}

/** Says how things stand and what to do next. A `warn` or `bad` one is read out when it appears. */
export function Notice({ icon, title, children, actions, tone = 'plain', shape = 'page' }: NoticeProps) {
  const urgent = tone === 'warn' || tone === 'bad';
  return (
    <div
      class={`notice notice-${shape === 'strip' ? 'line notice-strip' : shape} notice-${tone}`}
      role={urgent ? 'alert' : 'status'}
    >
      <span class="notice-icon">
        <Icon name={icon} size={shape === 'page' ? 24 : 18} />
      </span>
      <div class="notice-words">
        <p class="notice-title">{title}</p>
        {children !== undefined && <div class="notice-text">{children}</div>}
      </div>
      {actions !== undefined && <div class="notice-actions">{actions}</div>}
    </div>
  );
}
