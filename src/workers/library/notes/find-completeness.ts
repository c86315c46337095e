import type { CommentList } from '../../../model/comment';
import { findExpectedComments } from '../../../model/merge/collected-word';
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
    Object.values(list?.threads ?? {}).some((thread) => thread.hasMore);
  if (isLeftOpen || (expected !== undefined && stored < expected.value)) return 'partial';
  if (expected === undefined || findUpperBound(expected) > stored) return 'unknown';
  return 'complete';
}
