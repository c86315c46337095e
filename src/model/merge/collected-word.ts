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
