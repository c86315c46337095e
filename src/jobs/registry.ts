import type { JobKinds } from './engine/run-jobs';
import { act } from './kinds/act';
import { collectComments } from './kinds/collect-comments';
import { collectNotes } from './kinds/collect-notes';
import { enrichAuthors } from './kinds/enrich-authors';
import { exportFiles } from './kinds/export-files';
import { loadComments } from './kinds/load-comments';
import { refreshComments } from './kinds/refresh-comments';
import { watchNote } from './kinds/watch-note';

/** Every kind of job by its name. */
export const JOB_KIND_REGISTRY: JobKinds = {
  'collect-comments': collectComments,
  'enrich-authors': enrichAuthors,
  'watch-note': watchNote,
  export: exportFiles,
  'load-comments': loadComments,
  'collect-notes': collectNotes,
  'refresh-comments': refreshComments,
  act,
};
