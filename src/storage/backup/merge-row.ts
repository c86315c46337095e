import type { BackupStore } from '../../model/backup/backup-file';
import { withoutKey } from '../../lib/without-key';
import { toStoredAt } from '../../model/comment';
import { isActive, isOver } from '../../model/jobs/job';
import { addToken } from '../../model/merge/note-tokens';
import type { RowOf } from './row-schemas';

/** As many notes as a stored list holds; see `repositories/listings`. */
const MAX_LISTED = 1_000;

type Merge<Store extends BackupStore> = (stored: RowOf<Store>, restored: RowOf<Store>) => RowOf<Store>;

/** The newer record where it knows something, the older one where the newer does not. */
function layer<Row extends object>(stored: Row, restored: Row, timeOf: (row: Row) => number): Row {
  return timeOf(restored) > timeOf(stored) ? { ...stored, ...restored } : { ...restored, ...stored };
}

const spanOf = (a: { firstSeenAt: number; lastSeenAt: number }, b: typeof a) => ({
  firstSeenAt: Math.min(a.firstSeenAt, b.firstSeenAt),
  lastSeenAt: Math.max(a.lastSeenAt, b.lastSeenAt),
});

const lastSeen = (row: { lastSeenAt: number }) => row.lastSeenAt;

/** How a stored record and one of the same key from a backup become one. Doing it twice changes nothing more. */
const MERGES: { readonly [Store in BackupStore]: Merge<Store> } = {
  notes: (stored, restored) => ({
    ...layer(stored, restored, lastSeen),
    ...spanOf(stored, restored),
    counts: layerCounts(stored, restored),
    observed: layerObserved(stored, restored),
    tokens: restored.tokens.reduce(addToken, stored.tokens),
  }),
  authors: (stored, restored) => ({
    ...layer(stored, restored, lastSeen),
    ...spanOf(stored, restored),
    counts: layerCounts(stored, restored),
    observed: layerObserved(stored, restored),
  }),
  comments: (stored, restored) => {
    const merged = layer(stored, restored, ({ observed }) => observed.at);
    const { goneAt, ...rest } = withoutKey(merged, 'storedAt');
    const newer = restored.observed.at > stored.observed.at ? restored : stored;
    const hasOwnTime = stored.storedAt !== undefined || restored.firstSeenAt < stored.firstSeenAt;
    return {
      ...rest,
      // Seen again later: it is not gone.
      ...(newer.goneAt === undefined ? {} : { goneAt: goneAt ?? newer.goneAt }),
      firstSeenAt: Math.min(stored.firstSeenAt, restored.firstSeenAt),
      // It has been here since then, whenever the backup's was seen.
      ...(hasOwnTime ? { storedAt: toStoredAt(stored) } : {}),
    };
  },
  commentLists: (stored, restored) => layer(stored, restored, ({ updatedAt }) => updatedAt),
  commentThreads: (stored) => stored,
  viewerNotes: (stored, restored) => layer(stored, restored, ({ seenAt }) => seenAt),
  listings: (stored, restored) => ({
    ...stored,
    ...spanOf(stored, restored),
    noteIds: [...new Set([...stored.noteIds, ...restored.noteIds])].slice(0, MAX_LISTED),
  }),
  notifications: (stored, restored) => ({
    ...layer(stored, restored, lastSeen),
    ...spanOf(stored, restored),
  }),
  topics: (stored, restored) => ({ ...layer(stored, restored, lastSeen), ...spanOf(stored, restored) }),
  templates: (stored, restored) => layer(stored, restored, ({ changedAt }) => changedAt),
  // What happened is written down once, and what is under way here is not set back.
  snapshots: (stored) => stored,
  ledger: (stored) => stored,
  jobs: (stored) => stored,
  jobItems: (stored) => stored,
  jobLog: (stored) => stored,
  exportMarks: (stored) => stored,
  actions: (stored) => stored,
  // What the user wrote last.
  replyPlans: (stored, restored) => (restored.updatedAt > stored.updatedAt ? restored : stored),
};

/** What to store of a row from a backup, beside what is stored already under its key. */
export function mergeRow<Store extends BackupStore>(
  store: Store,
  stored: RowOf<Store> | undefined,
  restored: RowOf<Store>,
): RowOf<Store> {
  if (stored) return (MERGES[store] as Merge<Store>)(stored, restored);
  return store === 'jobs' ? (withoutMotion(restored as RowOf<'jobs'>) as RowOf<Store>) : restored;
}

/**
 * A job from a backup does not begin to run (and to spend) by itself. One that acts does not go on at all: what it has
 * still to send may have been sent since the backup was made.
 */
function withoutMotion(job: RowOf<'jobs'>): RowOf<'jobs'> {
  if (job.kind === 'act' && !isOver(job)) return { ...job, state: 'cancelled', endedAt: job.updatedAt };
  return isActive(job) ? { ...job, state: 'paused' } : job;
}

interface Seen<Counts extends object> {
  readonly counts: Counts;
  readonly observed: RowOf<'notes'>['observed'];
  readonly lastSeenAt: number;
}

function layerCounts<Counts extends object>(stored: Seen<Counts>, restored: Seen<Counts>): Counts {
  return restored.lastSeenAt > stored.lastSeenAt
    ? { ...stored.counts, ...restored.counts }
    : { ...restored.counts, ...stored.counts };
}

function layerObserved(stored: Seen<object>, restored: Seen<object>): RowOf<'notes'>['observed'] {
  return restored.lastSeenAt > stored.lastSeenAt
    ? { ...stored.observed, ...restored.observed }
    : { ...restored.observed, ...stored.observed };
}
