import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { JobItem } from '../../model/jobs/job-item';
import { Moment } from '../content/moment';
import { Button } from '../controls/button';
import { useUi } from '../shell/ui-context';
import { AsyncView } from '../surfaces/async-view';
import { useTexts } from '../text-context';
import { createItemsStore, ITEM_STATES, type JobParts as Parts } from './state/create-items-store';
import { useShowJob } from './state/use-show-job';
import { toItemName } from './to-item-name';
import { toReasonOf } from './to-job-words';
import '../note/export-report.css';

/** So much fits beside a note; the job's own screen has all of it. */
const MOST_ITEMS = 5;
const MOST_LINES = 6;

/** What a job has done part by part, and its log; read only while it is looked at. */
export function JobParts({ jobId }: { jobId: string }) {
  const { t } = useTexts();
  const isOpen = useSignal(false);
  return (
    <details class="disclosure" onToggle={(event) => (isOpen.value = event.currentTarget.open)}>
      <summary>{t('jobs.parts')}</summary>
      {isOpen.value && <ReadParts key={jobId} jobId={jobId} />}
    </details>
  );
}

function ReadParts({ jobId }: { jobId: string }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const show = useShowJob();
  const [{ store, gone }] = useState(() => {
    const leaving = new AbortController();
    return { store: createItemsStore(ports, jobId, leaving.signal), gone: leaving };
  });
  useEffect(() => () => gone.abort(), []);
  return (
    <AsyncView of={store.parts.value} empty={null} lines={3} onRetry={() => void store.refresh()}>
      {(parts) => (
        <div class="stack stack-tight">
          <Shown parts={parts} />
          <div class="row">
            <Button size="small" onClick={() => show(jobId)}>
              {t('jobs.details')}
            </Button>
          </div>
        </div>
      )}
    </AsyncView>
  );
}

/** How many parts are in which state, those that went wrong by name, and what happened last. */
function Shown({ parts: { items, log } }: { parts: Parts }) {
  const texts = useTexts();
  const { t } = texts;
  const of = (state: JobItem['state']) => items.filter((item) => item.state === state);
  const counts = ITEM_STATES.map((state) => ({ state, count: of(state).length })).filter(
    ({ count }) => count > 0,
  );
  const wrong = [...of('failed'), ...of('short')];
  return (
    <div class="stack stack-tight">
      <p class="tiny soft">
        {counts.map(({ state, count }) => t(`jobs.item-state-${state}`, { count })).join(' · ')}
      </p>
      {wrong.length > 0 && (
        <ul class="plain-list tiny">
          {wrong.slice(0, MOST_ITEMS).map((item) => (
            <li key={item.itemId}>
              {toItemName(item, texts)} · {t(`jobs.item-${item.state}`)}
              {item.error && ` · ${toReasonOf(item.error, texts)}`}
            </li>
          ))}
          {wrong.length > MOST_ITEMS && <li>{t('jobs.parts-more', { count: wrong.length - MOST_ITEMS })}</li>}
        </ul>
      )}
      <ul class="plain-list tiny soft" aria-label={t('jobs.log')}>
        {log.slice(0, MOST_LINES).map((entry) => (
          <li key={entry.seq}>
            <Moment at={entry.at} /> · {t(`jobs.log-${entry.event}`)}
            {entry.error && ` · ${toReasonOf(entry.error, texts)}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
