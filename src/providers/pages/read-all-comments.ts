import { createSideBySide } from '../../lib/side-by-side';
import { AppError } from '../../model/errors';
import type { OperationInput } from '../../model/providers/operation';
import type { Gateway, Served } from '../gateway';
import type { CallTerms } from '../policies/call';
import { createCommentTally } from './comment-tally';
import type { CommentsSummary } from './comment-tally';
import { readPages } from './read-pages';
import type { CommentList, ReadPage } from './read-pages';

/** Lists read at a time: the comments themselves and some of their threads; the pace is held by the gateway. */
const SIDE_BY_SIDE = 8;

export interface CommentsWanted {
  readonly noteId: string;
  readonly xsecToken?: string | undefined;
  readonly sort?: OperationInput<'note.comments'>['sort'];
}

/** The thread of a root comment; absent: the comments themselves. */
type Source = string | undefined;

/**
 * All comments of a note with all their replies, as pages come; each page is one call, or none where it was answered
 * before. No call is made that is not needed: replies that came embedded are not fetched again where the provider can
 * begin behind them, and threads that are whole already are not asked for. What ends too early is in the summary, which
 * is what the generator returns. Pages may hold rows that came before.
 *
 * Fails as `Gateway.call` (`budget-reached`, `cancelled`, …) after the pages that were under way have come; what was
 * given until then stands, and is not paid for again within the time of the cache. A single thread that nobody answers
 * is no failure: it is short.
 */
export async function* readAllComments(
  gateway: Pick<Gateway, 'call'>,
  wanted: CommentsWanted,
  terms: Omit<CallTerms, 'runId'>,
): AsyncGenerator<Served<CommentList>, CommentsSummary, undefined> {
  const stop = new AbortController();
  const signals = [stop.signal, ...(terms.signal ? [terms.signal] : [])];
  const own = { ...terms, signal: AbortSignal.any(signals) };
  const tally = createCommentTally();
  const lists = createSideBySide<Source, ReadPage<CommentList>>(SIDE_BY_SIDE);
  const countNew = (served: Served<CommentList>) => tally.take(served);
  const { noteId, xsecToken } = wanted;
  lists.add(undefined, () =>
    readPages(gateway, { operation: 'note.comments', input: wanted, terms: own, countNew }),
  );
  let failure: unknown;
  try {
    for (let given = await lists.next(); given; given = await lists.next()) {
      if ('item' in given) {
        const { served } = given.item;
        tally.note(given.source, given.item);
        for (const thread of failure === undefined ? tally.findOpenThreads(served.value) : []) {
          const input = { noteId, xsecToken, rootCommentId: thread.rootCommentId, cursor: thread.cursor };
          lists.add(thread.rootCommentId, () =>
            readPages(gateway, { operation: 'note.replies', input, terms: own, countNew }),
          );
        }
        yield served;
      } else if ('failure' in given) {
        if (given.source !== undefined && isUnanswered(given.failure)) tally.fail(given.source);
        else {
          failure ??= given.failure;
          lists.close();
        }
      }
    }
  } finally {
    stop.abort();
    await lists.end();
  }
  if (failure !== undefined) throw failure;
  return tally.toSummary();
}

/** Nobody gives this thread; others may come all the same. */
const isUnanswered = (thrown: unknown): boolean =>
  thrown instanceof AppError && (thrown.code === 'providers-failed' || thrown.code === 'no-provider');
