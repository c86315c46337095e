import type { CommentList } from '../../../model/comment';
import { findExpectedComments, hasLeftSome, judgeRows } from '../../../model/merge/collected-word';
import type { Note } from '../../../model/note';
import { findUpperBound } from '../../../model/values/count';
import type { Completeness } from './types';

/**
 * Judges by the numbers alone, without reading the comments: what the site counts, how many are stored, and whether the
 * list or one of its threads was left with more to come. The report of an export looks at every thread.
 */
export function findCompleteness(
  note: Pick<Note, 'counts'>,
  list: CommentList | undefined,
  stored: number,
): Completeness {
  const expected = findExpectedComments(note.counts.comments, list);
  if (stored === 0) return expected && findUpperBound(expected) === 0 ? 'complete' : 'none';
  const isLeftOpen =
    list?.hasMore === true ||
    list?.hasGap === true ||
    Object.values(list?.threads ?? {}).some((thread) => thread.hasMore || thread.isBrokenOff === true);
  const isCounted = expected !== undefined && !expected.approximate && stored === expected.value;
  // Rows are not told apart here: fewer than there are top-level comments are too few in any case.
  const isLeftShort = hasLeftSome(list?.collected, { topLevel: stored, rows: stored }) && !isCounted;
  const word = judgeRows(stored, expected);
  return isLeftOpen || isLeftShort || word === 'short' ? 'partial' : word;
}
