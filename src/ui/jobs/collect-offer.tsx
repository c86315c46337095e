import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { omitUndefined } from '../../lib/omit-undefined';
import { toAppError, type AppError } from '../../model/errors';
import type { JobKindName } from '../../model/jobs/job-kind.catalog';
import { findUsableToken } from '../../model/merge/note-tokens';
import type { Note } from '../../model/note';
import { Button } from '../controls/button';
import { canAsk } from '../enrich/enrich-line';
import { Icon } from '../icons/icon';
import { CostNote } from '../providers/cost-note';
import { ProviderProblem } from '../providers/provider-problem';
import { useUi } from '../shell/ui-context';
import { findValue } from '../stores/async';
import { useTexts } from '../text-context';
import { useJobEstimate } from './state/use-job-estimate';
import { toJobCostWords } from './to-job-words';
import './jobs.css';

export interface CollectOfferProps {
  readonly note: Note;
  readonly kind: Extract<JobKindName, 'collect-comments' | 'refresh-comments'>;
  readonly label: string;
  /** `primary`: the one thing to do here. */
  readonly look: 'primary' | 'plain' | 'ghost';
  /** Says what it takes where there is no key; else nothing is offered then. */
  readonly saysNeed?: boolean;
}

/** The button that collects a note's comments from providers, beside what that will cost; without a key, what it takes. */
export function CollectOffer({ note, kind, label, look, saysNeed = false }: CollectOfferProps) {
  const { ports } = useUi();
  const texts = useTexts();
  const id = useId();
  const busy = useSignal(false);
  const failure = useSignal<AppError | undefined>(undefined);
  const hasToken = findUsableToken(note.tokens) !== undefined;
  // Pages give new tokens all the time, and any of them opens the same door.
  const wanted = useMemo(() => {
    const xsecToken = findUsableToken(note.tokens)?.xsecToken;
    return { kind, input: omitUndefined({ noteId: note.noteId, xsecToken }) };
  }, [kind, note.noteId, hasToken]);
  const of = useJobEstimate(wanted).value;
  const estimate = of && findValue(of);
  const start = async () => {
    busy.value = true;
    failure.value = undefined;
    try {
      await ports.client('job.start', { ...wanted, agreed: true });
    } catch (thrown) {
      failure.value = toAppError(thrown);
    } finally {
      busy.value = false;
    }
  };
  if (estimate?.gap === 'no-key') return saysNeed ? <NeedsKey /> : null;
  return (
    <div class="stack stack-tight">
      <div class="enrich-line">
        {canAsk(of) && (
          <Button
            kind={look}
            size="small"
            icon="sparkle"
            busy={busy.value}
            describedBy={id}
            onClick={() => void start()}
          >
            {label}
          </Button>
        )}
        {estimate && estimate.gap === undefined ? (
          <p class={estimate.fitsBudget ? 'tiny soft grow' : 'tiny grow job-over'} id={id}>
            {toJobCostWords(estimate, texts)}
          </p>
        ) : (
          <CostNote of={of} id={id} />
        )}
      </div>
      {failure.value && <ProviderProblem error={failure.value} onRetry={() => void start()} />}
    </div>
  );
}

function NeedsKey() {
  const { ports } = useUi();
  const { t } = useTexts();
  return (
    <div class="job-need">
      <Icon name="key" size={15} />
      <p class="tiny soft grow">{t('jobs.collect-needs-key')}</p>
      <Button kind="ghost" size="small" onClick={() => void ports.openPage('options', 'providers')}>
        {t('providers.add-key')}
      </Button>
    </div>
  );
}
