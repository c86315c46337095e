import type { JobKinds } from './engine/run-jobs';
import { collectComments } from './kinds/collect-comments';
import { collectNotes } from './kinds/collect-notes';
import { refreshComments } from './kinds/refresh-comments';

/** Every kind of job by its name. */
export const JOB_KIND_REGISTRY: JobKinds = {
  'collect-comments': collectComments,
  'collect-notes': collectNotes,
  'refresh-comments': refreshComments,
} as JobKinds;
