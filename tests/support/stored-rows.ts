/** Invented records, one of each store, in the shape that is stored. */
export const OBSERVED = { source: 'page', via: 'test', at: 5 };
export const exact = (value: number) => ({ raw: String(value), value, approximate: false });
export const note = (noteId: string, fields: object = {}) => ({
  noteId,
  counts: { likes: exact(1) },
  tokens: [],
  observed: { title: OBSERVED },
  firstSeenAt: 1,
  lastSeenAt: 2,
  ...fields,
});
export const comment = (noteId: string, commentId: string, fields: object = {}) => ({
  noteId,
  commentId,
  content: '\u4f60\u597d\n"quoted" \ud83d\ude00',
  observed: OBSERVED,
  firstSeenAt: 1,
  ...fields,
});

export const LISTING = { kind: 'feeds', key: 'home', noteIds: ['n1'], firstSeenAt: 1, lastSeenAt: 2 };
export const TOPIC = { topicId: 't1', name: 'x', observed: OBSERVED, firstSeenAt: 1, lastSeenAt: 2 };
export const AUTHOR = {
  id: { kind: 'site', value: 'ann' },
  counts: {},
  observed: {},
  firstSeenAt: 1,
  lastSeenAt: 2,
};
export const ENTRY = {
  entryId: '0000000000001-0',
  at: 1,
  runId: 'r1',
  family: 'tikhub',
  provider: 'tikhub-app-v2',
  operation: 'note.detail',
  endpoint: '/x',
  durationMs: 1,
  outcome: 'ok',
  billed: true,
};
export const ATTEMPT = {
  actionId: 'a1',
  action: 'reply',
  noteId: 'n1',
  viewerId: 'v1',
  at: 1,
  mode: 'send',
  jobId: 'j1',
} as const;
export const JOB = {
  jobId: 'j1',
  kind: 'collect-comments',
  input: {},
  state: 'queued',
  progress: {
    itemsDone: 0,
    itemsKnown: 1,
    itemsFailed: 0,
    rows: 0,
    duplicates: 0,
    sources: {},
    billedCalls: 0,
    cost: {},
    hasUnknownPrice: false,
    failedAttempts: 0,
    restarts: 0,
  },
  agreed: true,
  priority: 'user',
  createdAt: 1,
  updatedAt: 1,
};
