import { isActive, isOver, type Job } from '../../../model/jobs/job';
import type { SeenJob } from '../../jobs/state/create-jobs-store';

export const JOB_FILTERS = ['all', 'active', 'paused', 'incomplete', 'done', 'cancelled'] as const;
export type JobFilter = (typeof JOB_FILTERS)[number];

const isIn = (job: Job, filter: JobFilter): boolean => {
  if (filter === 'all') return true;
  if (filter === 'active') return isActive(job);
  if (filter === 'incomplete') return job.state === 'partial' || job.state === 'failed';
  return job.state === filter;
};

const rank = (job: Job): number => (isActive(job) ? 0 : isOver(job) ? 2 : 1);

/** Jobs in the wanted state: those under way first, then those that wait for the user, each the newest first. */
export function filterJobs(jobs: readonly SeenJob[], filter: JobFilter): readonly SeenJob[] {
  return jobs
    .filter(({ job }) => isIn(job, filter))
    .sort((a, b) => rank(a.job) - rank(b.job) || b.job.createdAt - a.job.createdAt);
}
