import type { Collection } from '../comment';
import { findUpperBound, mergeCounts, toExactCount } from '../values/count';
import type { Count } from '../values/count';

/**
 * Whether the page's word on its own list (it asks for a login, its loading was stopped) says why rows are missing. It
 * does not where providers were asked for all of it: what they gave or did not give, no login of the page changes.
 */
export const isPageAsked = (collected: Pick<Collection, 'sources'> | undefined): boolean =>
  collected === undefined || collected.sources.includes('page');

/**
 * Whether who collected the comments left some behind that nobody has read since: it failed or was stopped, was given no
 * way on, got fewer comments than its source said, or has threads that nobody gave. Threads that are short by their own
 * count are not looked at.
 */
export function hasLeftSome(
  collected: Collection | undefined,
  { topLevel, rows }: { readonly topLevel: number; readonly rows: number },
): boolean {
  if (collected?.state !== 'short') return false;
  const { endedBy, failedThreads, said } = collected;
  const isReadOut = endedBy === 'end' || endedBy === 'known';
  const { topLevel: saidTopLevel = 0, comments = 0 } = said;
  return !isReadOut || failedThreads.length > 0 || topLevel < saidTopLevel || rows < comments;
}

/**
 * How many comments a note has: its own count, unless that is open ("10+") or absent, and who collected them has said a
 * number that lies inside it.
 */
export function findExpectedComments(
  counted: Count | undefined,
  list: { readonly collected?: Pick<Collection, 'said'> | undefined } | undefined,
): Count | undefined {
  const said = list?.collected?.said.comments;
  return mergeCounts(said === undefined ? undefined : toExactCount(said), counted);
}

/** How far rows reach what a note is said to have; `unknown`: nobody says, or only "10+", and no fewer have come. */
export function judgeRows(rows: number, expected: Count | undefined): 'complete' | 'short' | 'unknown' {
  if (expected === undefined) return 'unknown';
  if (rows < expected.value) return 'short';
  return findUpperBound(expected) <= rows ? 'complete' : 'unknown';
}
