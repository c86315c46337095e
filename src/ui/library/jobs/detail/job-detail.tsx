import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { Job } from '../../../../model/jobs/job';
import type { JobItem } from '../../../../model/jobs/job-item';
import type { Settings } from '../../../../model/settings';
import { Moment } from '../../../content/moment';
import { Button } from '../../../controls/button';
import { JobActions, useSteering } from '../../../jobs/job-actions';
import { JobProblem } from '../../../jobs/job-problem';
import { JobProgress } from '../../../jobs/job-progress';
import { createItemsStore } from '../../../jobs/state/create-items-store';
import type { SeenJob } from '../../../jobs/state/create-jobs-store';
import { toJobTitle, toReasonOf } from '../../../jobs/to-job-words';
import { useSave } from '../../../shell/use-save';
import { useUi } from '../../../shell/ui-context';
import { AsyncView } from '../../../surfaces/async-view';
import { Card } from '../../../surfaces/card';
import { ConfirmDialog } from '../../../surfaces/confirm-dialog';
import { Notice } from '../../../surfaces/notice';
import { useTexts } from '../../../text-context';
import { useBatchExport } from '../../export/use-batch-export';
import { bringsComments } from '../brings-comments';
import { JobStateChip } from '../job-state-chip';
import { PeopleCsv } from '../people-csv';
import { JobBudget } from './job-budget';
import { JobItems } from './job-items';
import { JobLog } from './job-log';
import { WatchFigures } from './watch/watch-figures';
import { toNoteIds } from './to-note-ids';

export interface JobDetailProps {
  /** Absent: there is no such job. */
  readonly seen: SeenJob | undefined;
  readonly now: Settings;
  readonly onBack: () => void;
}

/** One job in full: how far it is, what it may cost, each of its parts, and what has happened. */
export function JobDetail({ seen, now, onBack }: JobDetailProps) {
  const { t } = useTexts();
  return (
    <div class="stack">
      <div>
        <Button kind="ghost" size="small" icon="undo" onClick={onBack}>
          {t('jobs.back')}
        </Button>
      </div>
      {seen ? (
        <Detail seen={seen} now={now} onBack={onBack} />
      ) : (
        <Notice icon="search" title={t('jobs.gone')} />
      )}
    </div>
  );
}

/** Parts that the job counts and that are not there any more; while it runs, both are read one after the other. */
const countLeft = ({ state, progress }: Job, items: readonly JobItem[]): number =>
  state === 'done' ? Math.max(0, progress.itemsKnown - items.length) : 0;

function Detail({ seen, now, onBack }: { seen: SeenJob; now: Settings; onBack: () => void }) {
  const { ports } = useUi();
  const texts = useTexts();
  const { t } = texts;
  const { job } = seen;
  const { steer } = useSteering(job);
  const exporting = useBatchExport();
  const [{ store, gone }] = useState(() => {
    const leaving = new AbortController();
    return {
      store: createItemsStore(ports, job.jobId, leaving.signal),
      gone: leaving,
    };
  });
  useEffect(() => () => gone.abort(), []);
  const parts = store.parts.value;
  const noteIds = toNoteIds(job, parts.state === 'ready' ? parts.value.items : []);
  return (
    <>
      <Card>
        <div class="stack">
          <div class="row row-between">
            <h2 class="job-title">{job.title ?? toJobTitle(job, texts)}</h2>
            <JobStateChip job={job} />
          </div>
          <JobProgress isBeside seen={seen} />
          <p class="tiny faint">
            {t('jobs.started')} <Moment at={job.startedAt ?? job.createdAt} />
            {job.endedAt !== undefined && (
              <>
                {' · '}
                {t('jobs.ended')} <Moment at={job.endedAt} />
              </>
            )}
          </p>
          {job.state === 'waiting' && job.error && (
            <p class="small job-over" role="status">
              {toReasonOf(job.error, texts)}
            </p>
          )}
          <JobProblem isElsewhere job={job} stuck={seen.stuck} onResume={() => void steer('job.resume')} />
          <div class="row wrap">
            <JobActions job={job} />
            <PeopleCsv job={job} />
            {bringsComments(job) && (
              <Button
                size="small"
                icon="download"
                disabled={noteIds.length === 0}
                onClick={() => exporting.begin(noteIds)}
              >
                {t('jobs.export')}
              </Button>
            )}
            <Removal jobId={job.jobId} onRemoved={onBack} />
          </div>
          {exporting.view}
        </div>
      </Card>
      {job.kind === 'watch-note' && <WatchFigures job={job} />}
      <JobBudget job={job} now={now} />
      <AsyncView of={store.parts.value} empty={null} lines={6} onRetry={() => void store.refresh()}>
        {(parts) => (
          <>
            <JobItems items={parts.items} left={countLeft(job, parts.items)} />
            <JobLog log={parts.log} />
          </>
        )}
      </AsyncView>
    </>
  );
}

function Removal({ jobId, onRemoved }: { jobId: string; onRemoved: () => void }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const save = useSave();
  const isAsked = useSignal(false);
  const remove = async () => {
    isAsked.value = false;
    if (!(await save(ports.client('job.remove', { jobId })))) return;
    toasts.show(t('jobs.removed'));
    onRemoved();
  };
  return (
    <>
      <Button size="small" kind="danger" icon="trash" onClick={() => (isAsked.value = true)}>
        {t('jobs.remove')}
      </Button>
      {isAsked.value && (
        <ConfirmDialog
          title={t('jobs.remove')}
          confirmLabel={t('jobs.remove')}
          danger
          onConfirm={() => void remove()}
          onClose={() => (isAsked.value = false)}
        >
          {t('jobs.remove-ask')}
        </ConfirmDialog>
      )}
    </>
  );
}
