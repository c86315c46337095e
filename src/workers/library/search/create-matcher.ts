import { isQuestion } from '../../../insights/is-question';
import type { Comment } from '../../../model/comment';
import type { SearchQuery } from './types';

/** What says whether a comment is looked for. What is not known of it matches no filter that asks for it. */
export function createMatcher(query: SearchQuery): (comment: Comment) => boolean {
  const text = toWords(query.text);
  const author = toWords(query.author);
  const place = toWords(query.place);
  const { from = -Infinity, to = Infinity, minLikes } = query;
  const isDated = query.from !== undefined || query.to !== undefined;
  return (comment) =>
    comment.goneAt === undefined &&
    (!query.byNoteAuthor || comment.byNoteAuthor === true) &&
    (minLikes === undefined || (comment.likes?.value ?? -1) >= minLikes) &&
    // An unknown time is NaN and lies in no span.
    (!isDated || isWithin(comment.createdAt ?? NaN, from, to)) &&
    hasWords(comment.place, place) &&
    hasWords(comment.author?.nickname, author) &&
    hasWords(comment.content, text) &&
    (!query.question || (comment.content !== undefined && isQuestion(comment.content)));
}

/** The words of a search, in small letters. */
export function toWords(text: string): readonly string[] {
  return text.toLowerCase().split(/\s+/).filter(Boolean);
}

export function hasWords(text: string | undefined, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const small = text?.toLowerCase();
  return small !== undefined && words.every((word) => small.includes(word));
}

function isWithin(at: number, from: number, to: number): boolean {
  return at >= from && at <= to;
}
