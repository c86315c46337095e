import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { useUi } from '../../shell/ui-context';
import { useTexts } from '../../text-context';

/** How many notes are kept in all; nothing while that is being counted. */
export function KnownNotes() {
  const { ports } = useUi();
  const { t } = useTexts();
  const count = useSignal<number | undefined>(undefined);
  useEffect(() => {
    ports.client('storage.measure', {}).then(
      (stored) => (count.value = stored.notes),
      () => undefined, // A line for comfort: where it cannot be counted, there is none.
    );
  }, []);
  if (count.value === undefined || count.value === 0) return null;
  return <p class="small faint">{t('page.known-notes', { count: count.value })}</p>;
}
