import { isOver } from '../../../model/jobs/job';
import { JobProgress } from '../../jobs/job-progress';
import type { JobsStore } from '../../jobs/state/create-jobs-store';
import { findValue } from '../../stores/async';

/** A line for each job of the note that is not over; nothing where there is none. */
export function OpenJobs({ store }: { store: JobsStore }) {
  const open = (findValue(store.jobs.value) ?? []).filter(({ job }) => !isOver(job));
  return (
    <>
      {open.map((seen) => (
        <JobProgress key={seen.job.jobId} seen={seen} />
      ))}
    </>
  );
}
