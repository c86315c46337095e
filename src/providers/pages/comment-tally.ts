import { addPrice, CURRENCIES } from '../../model/providers/price';
import type { Amounts } from '../../model/providers/price';
import type { CommentsRead } from '../../model/providers/operation-output';
import type { ProviderId } from '../../model/providers/provider.catalog';
import type { Served } from '../gateway';
import type { CommentList, ListEnd, ReadPage } from './read-pages';

/** A thread of which fewer replies came than the site counts. Why is only said where it is known. */
export interface ShortThread {
  readonly rootCommentId: string;
  readonly expected: number;
  readonly got: number;
  readonly reason: 'failed' | 'not-returned';
}

/** What came of reading all comments of a note. */
export interface CommentsSummary {
  readonly topLevel: number;
  readonly replies: number;
  /** What the provider says there is, which need not be what it gives. */
  readonly said: NonNullable<CommentsRead['said']>;
  /** Why the top level is not read on. */
  readonly endedBy: ListEnd;
  readonly short: readonly ShortThread[];
  /** Who was read from; more than one when somebody failed in the middle, and then the list was begun anew. */
  readonly providers: readonly ProviderId[];
  readonly restarts: number;
  readonly billedCalls: number;
  readonly cost: Amounts;
  readonly hasUnknownPrice: boolean;
}

interface Thread {
  expected: number;
  got: number;
  isAsked: boolean;
  hasFailed: boolean;
}

/** Counts what comes while all comments are read. */
export function createCommentTally() {
  const rows = createRowTally();
  const runs = createRunsTally();
  let said: CommentsSummary['said'] = {};
  let endedBy: ListEnd = 'end';
  return {
    take: rows.take,
    findOpenThreads: rows.findOpenThreads,
    fail: rows.fail,
    /** A page has come: of the thread `source`, or of the comments themselves. */
    note: (source: string | undefined, page: ReadPage<CommentList>): void => {
      runs.add(page);
      if (source !== undefined) return;
      said = { ...said, ...page.served.value.said };
      endedBy = page.endedBy ?? endedBy;
    },
    toSummary: (): CommentsSummary => ({ ...rows.count(), ...runs.sum(), said, endedBy }),
  };
}

/** Which rows and threads have come. */
function createRowTally() {
  const seen = new Set<string>();
  const threads = new Map<string, Thread>();
  let topLevel = 0;
  const toThread = (rootCommentId: string): Thread => {
    const known = threads.get(rootCommentId);
    if (known) return known;
    const thread = { expected: 0, got: 0, isAsked: false, hasFailed: false };
    threads.set(rootCommentId, thread);
    return thread;
  };
  return {
    /** Takes a page's rows in; how many of them are new. */
    take: ({ value }: Served<CommentList>): number => {
      let added = 0;
      for (const { commentId, rootCommentId, replyCount } of value.comments) {
        if (rootCommentId === undefined && replyCount) toThread(commentId).expected = replyCount.value;
        if (seen.has(commentId)) continue;
        seen.add(commentId);
        added += 1;
        if (rootCommentId === undefined) topLevel += 1;
        else toThread(rootCommentId).got += 1;
      }
      return added;
    },
    /** Threads of this page that are not whole, and were not asked for before. */
    findOpenThreads: ({ threads: states }: CommentsRead): { rootCommentId: string; cursor?: string }[] =>
      Object.entries(states).flatMap(([rootCommentId, { hasMore, cursor }]) => {
        const thread = toThread(rootCommentId);
        if (!hasMore || thread.isAsked) return [];
        thread.isAsked = true;
        return [{ rootCommentId, ...(cursor === undefined ? {} : { cursor }) }];
      }),
    fail: (rootCommentId: string): void => {
      toThread(rootCommentId).hasFailed = true;
    },
    count: (): Pick<CommentsSummary, 'topLevel' | 'replies' | 'short'> => ({
      topLevel,
      replies: seen.size - topLevel,
      short: [...threads].flatMap(([rootCommentId, { expected, got, hasFailed }]) =>
        got < expected || hasFailed
          ? [{ rootCommentId, expected, got, reason: hasFailed ? 'failed' : 'not-returned' } as const]
          : [],
      ),
    }),
  };
}

type Runs = Pick<CommentsSummary, 'providers' | 'restarts' | 'billedCalls' | 'cost' | 'hasUnknownPrice'>;

/** Who was asked, and what it cost. */
function createRunsTally() {
  const providers = new Set<ProviderId>();
  let [restarts, billedCalls, hasUnknownPrice] = [0, 0, false];
  let cost: Amounts = {};
  return {
    add: ({ served: { report }, isRestart }: ReadPage<CommentList>): void => {
      providers.add(report.provider);
      restarts += isRestart ? 1 : 0;
      billedCalls += report.billedCalls;
      hasUnknownPrice ||= report.hasUnknownPrice;
      for (const currency of CURRENCIES) {
        const amount = report.cost[currency];
        if (amount !== undefined) cost = addPrice(cost, { currency, amount });
      }
    },
    sum: (): Runs => ({ providers: [...providers], restarts, billedCalls, cost, hasUnknownPrice }),
  };
}
