import { AppError } from '../../model/errors';
import type { OperationInput } from '../../model/providers/operation';
import type { ProviderId } from '../../model/providers/provider.catalog';
import type { Gateway, Served } from '../gateway';
import type { CallTerms } from '../policies/call';
import { unwrapCursor } from './page-cursor';

/** The lists that consist of comments. */
export type CommentList = 'note.comments' | 'note.replies';

/** Why a list is not read on. Only `end` is the word of the provider; the others are where it does not hold. */
export type ListEnd = 'end' | 'nothing-new' | 'repeated-cursor';

export interface ReadPage<Name extends CommentList> {
  readonly served: Served<Name>;
  /** Whoever was read until now could not go on: this page begins anew, with somebody else. */
  readonly isRestart: boolean;
  /** Set on the last page. */
  readonly endedBy?: ListEnd;
}

/** So many pages of one provider may hold what one page of another does. */
const PAGES_FOR_ONE = 3;

/** What is read, how it is asked for, and which rows have been seen so far. */
export interface PagesWanted<Name extends CommentList> {
  readonly operation: Name;
  readonly input: OperationInput<Name>;
  readonly terms: Omit<CallTerms, 'runId'>;
  /** Tells how many rows of the page were not known before, and knows them from then on. */
  readonly countNew: (served: Served<Name>) => number;
}

/**
 * A list page by page, each one call. It ends where the provider says so, and also where it does not: at a cursor that
 * was there before, and at a page on which nothing is new, unless another part of the list (`nextArea`) is left. When who was read fails in the middle, the list is read anew
 * with the next one; what comes twice is for the caller to drop. Fails as `Gateway.call`.
 */
export async function* readPages<Name extends CommentList>(
  gateway: Pick<Gateway, 'call'>,
  wanted: PagesWanted<Name>,
): AsyncGenerator<ReadPage<Name>, void, undefined> {
  let { input } = wanted;
  let without: readonly ProviderId[] = wanted.terms.without ?? [];
  let isRestart = false;
  // How many pages there are with somebody else is not known; they may be shorter.
  let pages = 0;
  let patience = 0;
  const cursors = new Set<string>(input.cursor === undefined ? [] : [input.cursor]);
  for (;;) {
    let served: Served<Name>;
    try {
      const terms = { ...wanted.terms, without, runId: crypto.randomUUID() };
      served = await gateway.call(wanted.operation, input, terms);
    } catch (thrown) {
      if (input.cursor === undefined || !isDead(thrown)) throw thrown;
      without = [...without, unwrapCursor(input.cursor).provider];
      input = { ...input, cursor: undefined };
      isRestart = true;
      patience += PAGES_FOR_ONE * pages;
      cursors.clear();
      continue;
    }
    pages += 1;
    const { nextArea } = served.value;
    let { nextCursor } = served.value;
    // A list that was begun anew holds what is known at first, and goes on behind it.
    const hasMoved = wanted.countNew(served) > 0 || (patience -= 1) >= 0;
    let endedBy = findEnd(nextCursor, cursors, hasMoved);
    if (endedBy !== undefined && nextArea !== undefined && !cursors.has(nextArea)) {
      // This part of the list gives nothing new any more; the next one has rows of its own.
      nextCursor = nextArea;
      endedBy = undefined;
    }
    yield { served, isRestart, ...(endedBy ? { endedBy } : {}) };
    if (endedBy !== undefined || nextCursor === undefined) return;
    cursors.add(nextCursor);
    input = { ...input, cursor: nextCursor };
    isRestart = false;
  }
}

function findEnd(
  next: string | undefined,
  seen: ReadonlySet<string>,
  hasMoved: boolean,
): ListEnd | undefined {
  if (next === undefined) return 'end';
  if (seen.has(next)) return 'repeated-cursor';
  return hasMoved ? undefined : 'nothing-new';
}

/** Whoever made the cursor does not answer it any more. */
const isDead = (thrown: unknown): boolean =>
  thrown instanceof AppError && (thrown.code === 'providers-failed' || thrown.code === 'no-provider');
