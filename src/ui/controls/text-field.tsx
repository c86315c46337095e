import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** On Enter. */
  readonly onSubmit?: () => void;
  readonly placeholder?: string;
  readonly icon?: IconName;
  /** What is wrong with it, said at once. */
  readonly problem?: string | undefined;
  readonly kind?: 'text' | 'search';
  /** Stands at the end, inside the frame. */
  readonly children?: ComponentChildren;
}

/** One line of text; the label is read out, the placeholder shows what may be typed. */
export function TextField(props: TextFieldProps) {
  const { label, value, onInput, onSubmit, placeholder, icon, problem, kind = 'text', children } = props;
  const id = useId();
  return (
    <div class="field">
      <div class={problem === undefined ? 'field-frame' : 'field-frame field-wrong'}>
        {icon && <Icon name={icon} size={16} />}
        <input
          id={id}
          type="text"
          {...(kind === 'search' ? { role: 'searchbox' as const } : {})}
          aria-label={label}
          aria-invalid={problem !== undefined}
          {...(problem === undefined ? {} : { 'aria-describedby': `${id}-problem` })}
          value={value}
          {...(placeholder === undefined ? {} : { placeholder })}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Enter that ends the choice of a Chinese character is not meant for us.
            if (event.key === 'Enter' && !event.isComposing) onSubmit?.();
          }}
        />
        {children}
      </div>
      {problem !== undefined && (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
