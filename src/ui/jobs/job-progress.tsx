import { DEFAULT_SETTINGS } from '../../model/settings';
import type { Job } from '../../model/jobs/job';
import { useUi } from '../shell/ui-context';
import { ProgressBar } from '../surfaces/progress-bar';
import { useTexts } from '../text-context';
import type { Texts } from '../text-context';
import type { SeenJob } from './state/create-jobs-store';
import { toPaceWords, toRowWords, toSourceNames, toSpentWords, toStateWords } from './to-job-words';
import './jobs.css';

/** Rows of those expected; of a list whose rows nobody has counted, its parts. */
function toMeasure(job: Pick<Job, 'progress'>, texts: Texts) {
  const { rows, expectedRows, itemsDone, itemsKnown } = job.progress;
  if (expectedRows !== undefined || itemsKnown < 2)
    return { value: rows, max: expectedRows, text: toRowWords(job, texts) };
  const parts = texts.t('jobs.items-of', { done: itemsDone, known: itemsKnown });
  return { value: itemsDone, max: itemsKnown, text: `${parts} · ${toRowWords(job, texts)}` };
}

export interface JobProgressProps {
  readonly seen: SeenJob;
  /** Its state stands beside it already; only until when it waits is said here. */
  readonly isBeside?: boolean;
}

/** How far a job is: rows of those expected, its pace, what it has cost of what it may, and who has answered. */
export function JobProgress({ seen, isBeside = false }: JobProgressProps) {
  const { settings } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const { job, pace } = seen;
  const { progress } = job;
  const saysState = !isBeside || job.state === 'waiting';
  const budget = job.budget ?? (settings.settings.value ?? DEFAULT_SETTINGS).providers.jobBudget;
  const source = toSourceNames(Object.keys(progress.sources), texts);
  const { expansions = 0 } = progress;
  const parts = [
    job.state === 'running'
      ? pace && toPaceWords(pace, texts)
      : saysState
        ? toStateWords(job, texts)
        : undefined,
    // A page costs nothing, and is the only one that is asked.
    ...(job.kind === 'load-comments'
      ? [expansions > 0 ? t('jobs.expansions', { count: expansions }) : undefined]
      : [toSpentWords(job, budget, texts), source]),
  ].filter((part) => part !== undefined);
  return (
    <div class="stack stack-tight">
      <ProgressBar
        kind={job.state === 'running' && seen.stuck === undefined ? 'work' : 'measure'}
        label={t(`jobs.kind-${job.kind}`)}
        {...toMeasure(job, texts)}
      />
      <p class="tiny soft job-facts">{parts.join(' · ')}</p>
    </div>
  );
}
