import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Icon } from '../icons/icon';
import { useTexts } from '../text-context';

const FEEDBACK_MS = 1_600;

/**
 * Copies a text and says that it did, or that the browser refused. `label` names the thing ("note id"); `shown` is
 * what stands on the button, the icon alone when absent.
 */
export function CopyButton({ text, label, shown }: { text: string; label: string; shown?: string }) {
  const { t } = useTexts();
  const outcome = useSignal<'none' | 'copied' | 'refused'>('none');

  useEffect(() => {
    if (outcome.value === 'none') return;
    const timer = setTimeout(() => (outcome.value = 'none'), FEEDBACK_MS);
    return () => clearTimeout(timer);
  }, [outcome.value]);

  const copy = () => {
    navigator.clipboard.writeText(text).then(
      () => (outcome.value = 'copied'),
      () => (outcome.value = 'refused'),
    );
  };
  const said = { none: '', copied: t('words.copied'), refused: t('words.copy-refused') }[outcome.value];
  const name = t('words.copy-thing', { thing: label });
  return (
    <button
      type="button"
      class={`copy-button copy-${outcome.value}${shown === undefined ? ' icon-button' : ''}`}
      aria-label={name}
      title={said || name}
      onClick={copy}
    >
      {shown !== undefined && <span class="cut">{shown}</span>}
      <Icon
        name={outcome.value === 'copied' ? 'check' : outcome.value === 'refused' ? 'alert' : 'copy'}
        size={15}
      />
      <span class="unseen" role="status">
        {said}
      </span>
    </button>
  );
}
