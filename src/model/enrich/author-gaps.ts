import type { Author } from '../author';

export const AUTHOR_GAPS = ['counts', 'desc', 'place', 'tags'] as const;
export type AuthorGap = (typeof AUTHOR_GAPS)[number];

const COUNTS = ['fans', 'follows', 'likedAndCollected'] as const;

/** What is not known of a person. A source that says nothing of a bio, a place or tags may mean that there is none. */
export function findAuthorGaps(author: Author | undefined): AuthorGap[] {
  if (!author) return [...AUTHOR_GAPS];
  const gaps: AuthorGap[] = [];
  const { counts, desc, place, tags } = author;
  if (COUNTS.some((name) => counts[name] === undefined || counts[name].approximate)) gaps.push('counts');
  if (!desc) gaps.push('desc');
  if (!place) gaps.push('place');
  if (!tags?.length) gaps.push('tags');
  return gaps;
}
