import { useSignal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import { toAppError, type AppError } from '../../../../model/errors';
import { Button } from '../../../controls/button';
import { Switch } from '../../../controls/switch';
import { canAsk } from '../../../enrich/enrich-line';
import { useJobEstimate } from '../../../jobs/state/use-job-estimate';
import { toJobCostWords } from '../../../jobs/to-job-words';
import { CostNote } from '../../../providers/cost-note';
import { ProviderProblem } from '../../../providers/provider-problem';
import { useUi } from '../../../shell/ui-context';
import { findValue } from '../../../stores/async';
import { Card } from '../../../surfaces/card';
import { useTexts } from '../../../text-context';
import { MOST_PASTED, toPastedNotes } from './to-pasted-notes';

/** Collects the notes of pasted links, with all their comments if wanted; what it will cost is shown first. */
export function StartLinks({ onStarted }: { onStarted: (jobId: string) => void }) {
  const { ports } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const id = useId();
  const text = useSignal('');
  const comments = useSignal(true);
  const busy = useSignal(false);
  const failure = useSignal<AppError | undefined>(undefined);
  const all = useMemo(() => toPastedNotes(text.value), [text.value]);
  const notes = all.slice(0, MOST_PASTED);
  const wanted =
    notes.length === 0
      ? undefined
      : {
          kind: 'collect-notes' as const,
          input: {
            from: { kind: 'listed', notes },
            most: notes.length,
            details: true,
            comments: comments.value,
          },
        };
  const of = useJobEstimate(wanted).value;
  const estimate = of && findValue(of);
  const start = async () => {
    if (!wanted) return;
    busy.value = true;
    failure.value = undefined;
    try {
      const title = t('jobs.start-name', { count: notes.length });
      const { jobId } = await ports.client('job.start', { ...wanted, title, agreed: true });
      text.value = '';
      onStarted(jobId);
    } catch (thrown) {
      failure.value = toAppError(thrown);
    } finally {
      busy.value = false;
    }
  };
  return (
    <Card title={t('jobs.start-title')}>
      <div class="stack">
        <p class="small soft">{t('jobs.start-hint')}</p>
        <textarea
          class="job-links"
          aria-label={t('jobs.start-links')}
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
            <div class="enrich-line">
              <Button
                kind="primary"
                icon="sparkle"
                busy={busy.value}
                disabled={!canAsk(of)}
                describedBy={id}
                onClick={() => void start()}
              >
                {t('jobs.start-go')}
              </Button>
              {estimate && estimate.gap === undefined ? (
                <p class={estimate.fitsBudget ? 'small soft grow' : 'small grow job-over'} id={id}>
                  {`${t('jobs.start-count', { count: notes.length })} · ${toJobCostWords(estimate, texts)}`}
                </p>
              ) : (
                <CostNote of={of} id={id} />
              )}
            </div>
          </>
        )}
        {failure.value && <ProviderProblem error={failure.value} onRetry={() => void start()} />}
      </div>
    </Card>
  );
}
