import type { Job } from '../../../model/jobs/job';
import type { JobKindName } from '../../../model/jobs/job-kind.catalog';

const WITHOUT: ReadonlySet<JobKindName> = new Set(['enrich-authors', 'watch-note', 'export']);

/** Whether a job is of a kind that brings comments, which can be exported. */
export const bringsComments = ({ kind }: Pick<Job, 'kind'>): boolean => !WITHOUT.has(kind);
