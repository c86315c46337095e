import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { Icon } from '../icons/icon';
import type { IconName } from '../icons/icon-paths';
import { useTexts } from '../text-context';
import { IconButton } from './icon-button';

export interface SecretFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  /** On Enter. */
  readonly onSubmit?: () => void;
  readonly icon?: IconName;
  readonly placeholder?: string;
  /** What is wrong with it, said at once. */
  readonly problem?: string | undefined;
  /** Stands below: what is asked of it. */
  readonly hint?: ComponentChildren;
}

/** One line that others shall not read over the shoulder: dots, until it is asked to be shown. Nobody remembers it. */
export function SecretField(props: SecretFieldProps) {
  const { label, value, onInput, onSubmit, icon = 'key', placeholder, problem, hint } = props;
  const { t } = useTexts();
  const id = useId();
  const shown = useSignal(false);
  const described = [problem !== undefined && `${id}-problem`, hint !== undefined && `${id}-hint`]
    .filter((part) => part !== false)
    .join(' ');
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {label}
      </label>
      <div class={problem === undefined ? 'field-frame' : 'field-frame field-wrong'}>
        <Icon name={icon} size={16} />
        <input
          id={id}
          {...(shown.value ? { type: 'text' as const } : { type: 'password' as const })}
          aria-invalid={problem !== undefined}
          {...(described === '' ? {} : { 'aria-describedby': described })}
          {...(placeholder === undefined ? {} : { placeholder })}
          value={value}
          spellcheck={false}
          autocomplete="new-password"
          autocapitalize="off"
          onInput={(event) => onInput(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.isComposing) onSubmit?.();
          }}
        />
        <IconButton
          icon={shown.value ? 'eye-off' : 'eye'}
          label={shown.value ? t('words.hide') : t('words.show')}
          pressed={shown.value}
          size={16}
          onClick={() => (shown.value = !shown.value)}
        />
      </div>
      {problem !== undefined && (
        <p class="field-problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      )}
      {hint !== undefined && (
        <div class="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  );
}
