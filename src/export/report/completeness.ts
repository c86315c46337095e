import type { Comment, CommentList } from '../../model/comment';
import type { ShortReason } from '../../model/exports/export-report';
import type { Count } from '../../model/values/count';
import { hasLeftSome, isPageAsked, judgeRows } from '../../model/merge/collected-word';
import type { LoadingState } from '../../model/page-state';
import { toIsoTime } from '../../lib/local-time';
import type { ThreadNumbers } from '../../model/thread-numbers';
import { createThreadTallies } from './thread-tallies';
import type { ThreadTallies } from './thread-tallies';

export interface ShortThread {
  readonly rootCommentId: string;
  /** Absent: nobody says how many there are, only that there are more. */
  readonly expected: Count | undefined;
  readonly got: number;
  readonly reason: ShortReason;
}

/** How far what is stored of a note reaches what the site promised. `undefined`: not known. */
export interface Coverage {
  readonly rows: number;
  readonly topLevel: number;
  readonly replies: number;
  /** Replies whose top-level comment is not stored. */
  readonly repliesWithoutRoot: number;
  /** Stored comments that the site no longer has; they count nowhere else. */
  readonly gone: number;
  /** The note's own count of comments, replies included. */
  readonly expected: Count | undefined;
  /** Sum of what the top-level comments promise; absent when none of them says. */
  readonly expectedReplies: Count | undefined;
  readonly state: 'complete' | 'short' | 'unknown';
  readonly reason: ShortReason | undefined;
  readonly shortThreads: readonly ShortThread[];
  /** Where rows came from, most first. */
  readonly sources: readonly { readonly source: string; readonly rows: number }[];
  readonly createdFrom: string | undefined;
  readonly createdTo: string | undefined;
  readonly capturedFrom: string | undefined;
  readonly capturedTo: string | undefined;
}

/** What the page said of the list as a whole. */
export interface CoverageEvidence {
  readonly expected: Count | undefined;
  readonly list: CommentList | undefined;
  readonly stoppedBy: LoadingState['stoppedBy'] | undefined;
}

/** Counts comments as they are read, and says at the end what is missing and why. */
export interface CoverageCounter {
  add(comment: Comment): void;
  addGone(): void;
  finish(evidence: CoverageEvidence): Coverage;
}

/** See `CoverageCounter`. Holds a few numbers for each thread that has replies, promised or stored. */
export function createCoverageCounter(numbers?: ThreadNumbers): CoverageCounter {
  const threads = createThreadTallies(numbers);
  const sources = new Map<string, number>();
  const created = createSpan();
  const captured = createSpan();
  let topLevel = 0;
  let replies = 0;
  let gone = 0;
  let lastSource = '';
  let lastObserved: Comment['observed'] | undefined;
  const countSource = (observed: Comment['observed']) => {
    if (lastObserved?.source !== observed.source || lastObserved.via !== observed.via)
      lastSource = `${observed.source}:${observed.via}`;
    lastObserved = observed;
    sources.set(lastSource, (sources.get(lastSource) ?? 0) + 1);
  };
  return {
    add(comment) {
      if (comment.rootCommentId === undefined) topLevel += 1;
      else replies += 1;
      threads.add(comment);
      countSource(comment.observed);
      if (comment.createdAt !== undefined) created.add(comment.createdAt);
      captured.add(comment.observed.at);
    },
    addGone() {
      gone += 1;
    },
    finish(evidence) {
      const shortThreads = listShortThreads(threads, evidence);
      const rows = topLevel + replies;
      return {
        rows,
        topLevel,
        replies,
        repliesWithoutRoot: countOrphans(threads),
        gone,
        expected: evidence.expected,
        expectedReplies: sumExpected(threads),
        ...judge({ rows, topLevel }, shortThreads, evidence),
        shortThreads,
        sources: [...sources]
          .map(([source, count]) => ({ source, rows: count }))
          .sort((a, b) => b.rows - a.rows),
        createdFrom: created.from(),
        createdTo: created.to(),
        capturedFrom: captured.from(),
        capturedTo: captured.to(),
      };
    },
  };
}

function listShortThreads(threads: ThreadTallies, evidence: CoverageEvidence): ShortThread[] {
  const short: ShortThread[] = [];
  const failedThreads = new Set(evidence.list?.collected?.failedThreads);
  for (const { rootCommentId, expected, got } of threads.list()) {
    if (expected && got >= expected.value) continue;
    const hasFailed = failedThreads.has(rootCommentId);
    const { hasMore, isBrokenOff } = evidence.list?.threads[rootCommentId] ?? {};
    if (!expected && !hasFailed && hasMore !== true && isBrokenOff !== true) continue;
    const reason = hasFailed ? 'failed' : toThreadReason(findReason(evidence, hasMore));
    short.push({ rootCommentId, expected, got, reason });
  }
  return short;
}

/** That the note's own list failed says only that reading ended there: of a thread whose own did not, nobody was asked. */
const toThreadReason = (reason: ShortReason): ShortReason => (reason === 'failed' ? 'stopped' : reason);

/** The page's own word first, then that it offered more, else nothing is known. */
function findReason(evidence: CoverageEvidence, hasMore: boolean | undefined): ShortReason {
  const { list } = evidence;
  const { endedBy } = list?.collected ?? {};
  const stoppedBy = isPageAsked(list?.collected) ? evidence.stoppedBy : undefined;
  if (hasMore === false) return 'not-returned';
  if (isLoginWanted(list) || stoppedBy === 'login-wanted') return 'login-wanted';
  if (endedBy === 'failed') return 'failed';
  if (hasMore === true || isInterrupted(stoppedBy) || endedBy === 'stopped') return 'stopped';
  return 'not-returned';
}

/** The page shows no more without a login, and nobody else was asked for it. */
const isLoginWanted = (list: CommentList | undefined): boolean =>
  list?.endedBy === 'login-wanted' && isPageAsked(list.collected);

function isInterrupted(stoppedBy: CoverageEvidence['stoppedBy']): boolean {
  return stoppedBy !== undefined && stoppedBy !== 'end';
}

function judge(
  { rows, topLevel }: Pick<Coverage, 'rows' | 'topLevel'>,
  shortThreads: readonly ShortThread[],
  evidence: CoverageEvidence,
): Pick<Coverage, 'state' | 'reason'> {
  const { expected, list } = evidence;
  const isCounted = expected !== undefined && !expected.approximate && rows === expected.value;
  const word = judgeRows(rows, expected);
  const isShort =
    shortThreads.length > 0 ||
    isLeftOpen(list) ||
    word === 'short' ||
    // Whoever was to bring them all did not, and no number says that they are there all the same.
    (hasLeftSome(list?.collected, { topLevel, rows }) && !isCounted);
  if (isShort) return { state: 'short', reason: findListReason(shortThreads, evidence) };
  return { state: word, reason: undefined };
}

/** More was promised of the list, or a reading of what is new broke off before it came to what was known. */
const isLeftOpen = (list: CommentList | undefined): boolean =>
  list?.hasMore === true || list?.hasGap === true;

/** Why the file as a whole is short: a list that ended by itself may still have threads that did not. */
function findListReason(shortThreads: readonly ShortThread[], evidence: CoverageEvidence): ShortReason {
  const { list } = evidence;
  const isCut = list?.isBrokenOff === true && list.hasMore !== true;
  const hasMore = isCut ? false : isLeftOpen(list) || (isEndOlder(list) ? undefined : list?.hasMore);
  const ofList = findReason(evidence, isLoginWanted(list) ? undefined : hasMore);
  if (ofList !== 'not-returned') return ofList;
  return shortThreads.find((thread) => thread.reason !== 'not-returned')?.reason ?? 'not-returned';
}

/** That the list has ended was said before it was read anew, and that did not come so far. */
function isEndOlder(list: CommentList | undefined): boolean {
  const { endedBy, endedAt = -Infinity } = list?.collected ?? {};
  return (endedBy === 'failed' || endedBy === 'stopped') && (list?.updatedAt ?? 0) <= endedAt;
}

function countOrphans(threads: ThreadTallies): number {
  let orphans = 0;
  for (const thread of threads.list()) if (!thread.hasRoot) orphans += thread.got;
  return orphans;
}

function sumExpected(threads: ThreadTallies): Count | undefined {
  let value = 0;
  let approximate = false;
  let isKnown = false;
  for (const { expected } of threads.list()) {
    if (!expected) continue;
    isKnown = true;
    value += expected.value;
    approximate ||= expected.approximate;
  }
  return isKnown ? { raw: String(value) + (approximate ? '+' : ''), value, approximate } : undefined;
}

function createSpan() {
  let least = Infinity;
  let most = -Infinity;
  return {
    add(at: number) {
      least = Math.min(least, at);
      most = Math.max(most, at);
    },
    from: () => toIsoTime(least),
    to: () => toIsoTime(most),
  };
}
