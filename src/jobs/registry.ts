import type { JobKinds } from './engine/run-jobs';
import { collectComments } from './kinds/collect-comments';
import { refreshComments } from './kinds/refresh-comments';

/** Every kind of job by its name. */
export const JOB_KIND_REGISTRY: JobKinds = {
  'collect-comments': collectComments,
  'refresh-comments': refreshComments,
} as JobKinds;
