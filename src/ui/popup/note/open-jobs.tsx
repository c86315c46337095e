import { isOver } from '../../../model/jobs/job';
import { JobCard } from '../../jobs/job-card';
import { JobProgress } from '../../jobs/job-progress';
import type { JobsStore } from '../../jobs/state/create-jobs-store';
import { findValue } from '../../stores/async';

/** A line for each job of the note that is not over; what moves the page before the user's eyes can be stopped here, too. */
export function OpenJobs({ store }: { store: JobsStore }) {
  const open = (findValue(store.jobs.value) ?? []).filter(({ job }) => !isOver(job));
  return (
    <>
      {open.map((seen) =>
        seen.job.kind === 'load-comments' ? (
          <JobCard key={seen.job.jobId} seen={seen} />
        ) : (
          <JobProgress key={seen.job.jobId} seen={seen} />
        ),
      )}
    </>
  );
}
