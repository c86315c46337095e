import { useSignal } from '@preact/signals';
import { AmountField } from '../../controls/amount-field';
import type { Job } from '../../../model/jobs/job';
import { Button } from '../../controls/button';
import { SelectField } from '../../controls/select-field';
import { Dialog } from '../../surfaces/dialog';
import { useTexts } from '../../text-context';
import { StartedNotice } from '../start/started-notice';
import { StartLine } from '../start/start-line';
import { toCollectInput, type CollectDepth, type CollectSubject } from './collect-subject';

const USUAL_MOST = 50;
/** More than that of one person or topic nobody has needed at once; another job goes on from there. */
const LARGEST = 2_000;

export interface CollectDialogProps {
  readonly subject: CollectSubject;
  readonly onClose: () => void;
}

/** Collects notes by a job: how many, what of each, what it will cost. Once begun it says where it goes on. */
export function CollectDialog({ subject, onClose }: CollectDialogProps) {
  const { t } = useTexts();
  const started = useSignal<Job | undefined>(undefined);
  const title =
    subject.kind === 'listed'
      ? t('collecting.title-listed', { count: subject.notes.length })
      : t(`collecting.title-${subject.kind}`, { name: subject.name });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button onClick={onClose}>{t(started.value === undefined ? 'words.cancel' : 'words.close')}</Button>
      }
    >
      {started.value === undefined ? (
        <CollectForm subject={subject} onStarted={(job) => (started.value = job)} />
      ) : (
        <StartedNotice job={started.value} onLeave={onClose} />
      )}
    </Dialog>
  );
}

function CollectForm({ subject, onStarted }: { subject: CollectSubject; onStarted: (job: Job) => void }) {
  const { t } = useTexts();
  const isKept = subject.kind === 'listed' && subject.isKept === true;
  const depth = useSignal<CollectDepth>(isKept ? 'comments' : 'details');
  const wantedMost = useSignal(USUAL_MOST);
  const most = subject.kind === 'listed' ? subject.notes.length : wantedMost.value;
  const depths: readonly CollectDepth[] = ['details', 'comments', ...(isKept ? (['new'] as const) : [])];
  return (
    <div class="stack">
      {subject.kind !== 'listed' && (
        <div class="field-line">
          <span class="grow switch-label">{t('collecting.most')}</span>
          <AmountField
            isWhole
            label={t('collecting.most')}
            unit={t('collecting.most-unit')}
            value={most}
            placeholder={String(USUAL_MOST)}
            onCommit={(value) => (wantedMost.value = Math.min(LARGEST, Math.max(1, value ?? USUAL_MOST)))}
          />
        </div>
      )}
      <SelectField
        label={t('collecting.depth')}
        hint={t(`collecting.depth-${depth.value}-hint`)}
        value={depth.value}
        options={depths.map((value) => ({ value, label: t(`collecting.depth-${value}`) }))}
        onChange={(value) => (depth.value = value)}
      />
      <StartLine
        wanted={{ kind: 'collect-notes', input: toCollectInput(subject, most, depth.value) }}
        title={subject.kind === 'listed' ? t('collecting.name', { count: most }) : subject.name}
        label={t('jobs.start-go')}
        count={t(subject.kind === 'listed' ? 'jobs.start-count' : 'collecting.count-most', { count: most })}
        onStarted={onStarted}
      />
    </div>
  );
}
