/** Kinds of durable work; each has an input in `job-inputs` and a room in `jobs/kinds`. */
export const JOB_KINDS = [
  'collect-comments',
  'refresh-comments',
  'collect-notes',
  'enrich-authors',
  'watch-note',
  'export',
  'load-comments',
  'act',
] as const;

export type JobKindName = (typeof JOB_KINDS)[number];
