import type { Collection, CommentList } from '../comment';
import { mergeCounts, toExactCount } from '../values/count';
import type { Count } from '../values/count';

/**
 * Whether the page's word on its own list (it asks for a login, its loading was stopped) says why rows are missing. It
 * does not where providers were asked for all of it: what they gave or did not give, no login of the page changes.
 */
export const isPageAsked = (collected: Pick<Collection, 'sources'> | undefined): boolean =>
  collected === undefined || collected.sources.includes('page');

/**
 * Whether who collected the comments left some behind that nobody has read since: it failed or was stopped, was given no
 * way on, got fewer top-level comments than its source said, or has threads that nobody gave. Threads that are short by
 * their own count are not looked at.
 */
export function hasLeftSome(collected: Collection | undefined, topLevel: number): boolean {
  if (collected?.state !== 'short') return false;
  const { endedBy, failedThreads, said } = collected;
  const isReadOut = endedBy === 'end' || endedBy === 'known';
  return !isReadOut || failedThreads.length > 0 || (said.topLevel !== undefined && topLevel < said.topLevel);
}

/**
 * How many comments a note has: its own count, unless that is open ("10+") or absent, and who collected them has said a
 * number that lies inside it.
 */
export function findExpectedComments(
  counted: Count | undefined,
  list: Pick<CommentList, 'collected'> | undefined,
): Count | undefined {
  const said = list?.collected?.said.comments;
  return mergeCounts(said === undefined ? undefined : toExactCount(said), counted);
}
