import { useSignal } from '@preact/signals';
import { Segmented } from '../../../controls/segmented';
import { Card } from '../../../surfaces/card';
import { useTexts } from '../../../text-context';
import { StartPeople } from './people/start-people';
import { StartLinks } from './start-links';

const KINDS = ['notes', 'people'] as const;

/** What a job may begin with here: links of notes, or a list of people. */
export function NewJob({ onStarted }: { onStarted: (jobId: string) => void }) {
  const { t } = useTexts();
  const kind = useSignal<(typeof KINDS)[number]>('notes');
  return (
    <Card title={t('starting.title')}>
      <div class="stack">
        <div>
          <Segmented
            label={t('starting.title')}
            value={kind.value}
            options={KINDS.map((value) => ({ value, label: t(`starting.kind-${value}`) }))}
            onChange={(value) => (kind.value = value)}
          />
        </div>
        {kind.value === 'notes' ? (
          <StartLinks onStarted={onStarted} />
        ) : (
          <StartPeople onStarted={onStarted} />
        )}
      </div>
    </Card>
  );
}
