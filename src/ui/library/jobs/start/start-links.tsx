import { useSignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import { Switch } from '../../../controls/switch';
import { StartLine } from '../../../jobs/start/start-line';
import { useTexts } from '../../../text-context';
import { MOST_PASTED, toPastedNotes } from './to-pasted-notes';

/** Collects the notes of pasted links, with all their comments if wanted; what it will cost is shown first. */
export function StartLinks({ onStarted }: { onStarted: (jobId: string) => void }) {
  const { t } = useTexts();
  const text = useSignal('');
  const comments = useSignal(true);
  const all = useMemo(() => toPastedNotes(text.value), [text.value]);
  const notes = all.slice(0, MOST_PASTED);
  const input = {
    from: { kind: 'listed', notes },
    most: notes.length,
    details: true,
    comments: comments.value,
  };
  return (
    <>
      <p class="small soft">{t('jobs.start-hint')}</p>
      <textarea
        class="text-area job-links"
        aria-label={t('jobs.start-links')}
        placeholder={t('jobs.start-links')}
        rows={3}
        value={text.value}
        onInput={(event) => (text.value = event.currentTarget.value)}
      />
      {notes.length > 0 && (
        <>
          <Switch
            label={t('jobs.start-with-comments')}
            on={comments.value}
            onChange={(on) => (comments.value = on)}
          />
          {all.length > MOST_PASTED && (
            <p class="small job-over">{t('jobs.start-most', { count: MOST_PASTED })}</p>
          )}
          <StartLine
            wanted={{ kind: 'collect-notes', input }}
            title={t('jobs.start-name', { count: notes.length })}
            label={t('jobs.start-go')}
            count={t('jobs.start-count', { count: notes.length })}
            onStarted={({ jobId }) => onStarted(jobId)}
          />
        </>
      )}
    </>
  );
}
