import type { UnansweredEntry } from './find-unanswered';

/** In which order the queue goes, behind the questions that come first in each. */
export const QUEUE_SORTS = ['likes', 'newest', 'oldest'] as const;

export type QueueSort = (typeof QUEUE_SORTS)[number];

/** Questions first, then by likes or time; what is alike, the newest first, and unknown times last. */
export function rankUnanswered(entries: readonly UnansweredEntry[], sort: QueueSort): UnansweredEntry[] {
  return [...entries].sort(
    (a, b) =>
      Number(b.isQuestion) - Number(a.isQuestion) ||
      compareBy[sort](a, b) ||
      compareBy.newest(a, b) ||
      (a.commentId < b.commentId ? -1 : 1),
  );
}

const compareBy: Readonly<Record<QueueSort, (a: UnansweredEntry, b: UnansweredEntry) => number>> = {
  likes: (a, b) => b.likes - a.likes,
  newest: (a, b) => compare(b.createdAt ?? -Infinity, a.createdAt ?? -Infinity),
  oldest: (a, b) => compare(a.createdAt ?? Infinity, b.createdAt ?? Infinity),
};

/** `Infinity - Infinity` is not a number, so it is no subtraction. */
const compare = (a: number, b: number): number => (a === b ? 0 : a < b ? -1 : 1);
