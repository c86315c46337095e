import type { ComponentChildren } from 'preact';
import type { AppError } from '../../model/errors';
import { Button } from '../controls/button';
import { useTexts } from '../text-context';
import { Notice } from './notice';

/** An error in the user's language; with `onRetry` a button that tries again, `actions` any other way on. */
export function FailedNotice(props: {
  readonly error: AppError;
  readonly onRetry?: (() => void) | undefined;
  readonly actions?: ComponentChildren;
  readonly shape?: 'page' | 'line';
}) {
  const { t } = useTexts();
  const { error, onRetry, actions, shape = 'page' } = props;
  const missing = error.details['missing'];
  return (
    <Notice
      icon="alert"
      tone="bad"
      shape={shape}
      title={t('words.failed')}
      actions={
        <>
          {onRetry && (
            <Button icon="refresh" size={shape === 'line' ? 'small' : 'normal'} onClick={onRetry}>
              {t('words.retry')}
            </Button>
          )}
          {actions}
        </>
      }
    >
      <p>{t(`error.${error.code}`)}</p>
      {missing !== undefined && <p class="tiny mono">{String(missing)}</p>}
    </Notice>
  );
}
