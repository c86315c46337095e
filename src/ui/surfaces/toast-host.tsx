import { Button } from '../controls/button';
import { IconButton } from '../controls/icon-button';
import { Icon } from '../icons/icon';
import type { ToastStore } from '../stores/toast-store';
import { useTexts } from '../text-context';

/**
 * Where passing messages appear. They wait while the focus is on them, or the pointer that was moved there: one that
 * stood still when a message came under it is not reading it.
 */
export function ToastHost({ toasts }: { toasts: ToastStore }) {
  const { t } = useTexts();
  return (
    <div
      class="toasts"
      role="region"
      aria-label={t('words.messages')}
      aria-live="polite"
      onMouseMove={({ movementX, movementY }) => (movementX !== 0 || movementY !== 0) && toasts.hold(true)}
      onMouseLeave={() => toasts.hold(false)}
      onFocusIn={() => toasts.hold(true)}
      onFocusOut={() => toasts.hold(false)}
    >
      {toasts.shown.value.map((toast) => (
        <div class={`toast toast-${toast.tone}`} key={toast.id}>
          <Icon name={toast.tone === 'bad' ? 'alert' : 'check'} size={17} />
          <span class="grow">{toast.text}</span>
          {toast.onUndo && (
            <Button kind="ghost" size="small" icon="undo" onClick={() => toasts.undo(toast.id)}>
              {t('words.undo')}
            </Button>
          )}
          <IconButton
            icon="close"
            size={14}
            label={t('words.close')}
            onClick={() => toasts.dismiss(toast.id)}
          />
        </div>
      ))}
    </div>
  );
}
