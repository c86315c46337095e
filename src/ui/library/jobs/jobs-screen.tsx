import { useSignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { JOBS_KEPT_DAYS, JOBS_KEPT_MOST } from '../../../model/jobs/kept-jobs';
import type { Job } from '../../../model/jobs/job';
import type { Settings } from '../../../model/settings';
import { ITEM_STATES } from '../../jobs/state/create-items-store';
import { createJobsStore } from '../../jobs/state/create-jobs-store';
import { useScreenParam } from '../../navigation/use-screen-param';
import type { Ports } from '../../shell/ports';
import { useSave } from '../../shell/use-save';
import { useUi } from '../../shell/ui-context';
import { AsyncView } from '../../surfaces/async-view';
import { Notice } from '../../surfaces/notice';
import { useTexts } from '../../text-context';
import { useBatchExport } from '../export/use-batch-export';
import { FilterSelect } from '../lists/filter-select';
import { TallList } from '../lists/tall-list';
import { JobDetail } from './detail/job-detail';
import { toNoteIds } from './detail/to-note-ids';
import { filterJobs, JOB_FILTERS, type JobFilter } from './filter-jobs';
import { JobLine } from './job-line';
import { NewJob } from './start/new-job';
import './jobs-screen.css';

/** `#jobs/<job id>`: the address names the job that is looked at. */
const readJobId = () => /^#jobs\/(.+)$/.exec(location.hash)?.[1];

/** Every job: what runs, how far it is and what it costs; one of them in full. */
export function JobsScreen({ now }: { now: Settings }) {
  const { ports } = useUi();
  const { t } = useTexts();
  const { param, go } = useScreenParam('jobs', readJobId);
  const filter = useSignal<JobFilter>('all');
  const [{ store, gone }] = useState(() => {
    const leaving = new AbortController();
    return { store: createJobsStore(ports, leaving.signal), gone: leaving };
  });
  useEffect(() => () => gone.abort(), []);
  const jobId = param.value;
  if (jobId !== undefined) {
    return (
      <AsyncView of={store.jobs.value} empty={null} lines={8} onRetry={() => void store.refresh()}>
        {(jobs) => (
          <JobDetail
            key={jobId}
            seen={jobs.find(({ job }) => job.jobId === jobId)}
            now={now}
            onBack={() => go(undefined)}
          />
        )}
      </AsyncView>
    );
  }
  return (
    <>
      <div class="screen-head">
        <div>
          <h2>{t('library.screen-jobs')}</h2>
          <p>{t('jobs.screen-intro', { days: JOBS_KEPT_DAYS, most: JOBS_KEPT_MOST })}</p>
        </div>
      </div>
      <div class="stack">
        <NewJob onStarted={(id) => go(id)} />
        <AsyncView of={store.jobs.value} empty={null} lines={8} onRetry={() => void store.refresh()}>
          {(jobs) =>
            jobs.length === 0 ? (
              <Notice icon="refresh" title={t('jobs.none-title')}>
                {t('jobs.none-text')}
              </Notice>
            ) : (
              <>
                <FilterSelect
                  label={t('jobs.filter')}
                  value={filter.value}
                  options={JOB_FILTERS.map((name) => ({ value: name, label: t(`jobs.filter-${name}`) }))}
                  onChoose={(name) => (filter.value = name)}
                />
                <JobList jobs={filterJobs(jobs, filter.value)} onOpen={go} />
              </>
            )
          }
        </AsyncView>
      </div>
    </>
  );
}

function JobList({ jobs, onOpen }: { jobs: ReturnType<typeof filterJobs>; onOpen: (jobId: string) => void }) {
  const { ports, toasts } = useUi();
  const { t } = useTexts();
  const exporting = useBatchExport();
  const save = useSave();
  const exportOf = async (job: Job) => {
    const noteIds = toNoteIds(job, await listItems(ports, job));
    if (noteIds.length > 0) exporting.begin(noteIds);
    else toasts.show(t('error.export-empty'));
  };
  if (jobs.length === 0) {
    return (
      <p class="small soft" role="status">
        {t('jobs.none-match')}
      </p>
    );
  }
  return (
    <section class="stack" aria-label={t('jobs.list')}>
      {exporting.view}
      <TallList
        rows={jobs}
        keyOf={({ job }) => job.jobId}
        usualHeight={132}
        draw={(seen) => (
          <JobLine
            seen={seen}
            onOpen={() => onOpen(seen.job.jobId)}
            onExport={() => void save(exportOf(seen.job))}
          />
        )}
      />
    </section>
  );
}

/** All items of a job that names no note of its own. */
async function listItems({ readers }: Pick<Ports, 'readers'>, { jobId, noteId }: Job) {
  if (noteId !== undefined) return [];
  const lists = await Promise.all(ITEM_STATES.map((state) => readers.listJobItems({ jobId, state })));
  return lists.flat();
}
