import type { Comment } from '../../../model/comment';
import type { Note } from '../../../model/note';

export const FOUND_SORTS = ['newest', 'oldest', 'likes', 'note'] as const;
export type FoundSort = (typeof FOUND_SORTS)[number];

/** Which comments to look for in everything that is stored. Words are matched without case, all of them must occur. */
export interface SearchQuery {
  /** In the comment's content. */
  readonly text: string;
  /** In its author's nickname. */
  readonly author: string;
  /** In its place. */
  readonly place: string;
  /** In the note's title, text or author. */
  readonly note: string;
  /** Of this note only. */
  readonly noteId?: string | undefined;
  /** Epoch ms, both ends included. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly minLikes?: number | undefined;
  readonly byNoteAuthor?: boolean | undefined;
  readonly question?: boolean | undefined;
}

/** How far a search is. `version` grows with every change of what `rows` answers. */
export interface SearchProgress {
  readonly version: number;
  readonly isDone: boolean;
  /** Stopped before everything was looked at. */
  readonly isStopped: boolean;
  readonly scanned: number;
  /** Comments to look at. */
  readonly total: number;
  readonly found: number;
  readonly elapsedMs: number;
}

/** A comment that was found, as it is stored now, and what is needed to name and open its note. */
export interface FoundComment {
  readonly comment: Comment;
  readonly note: Pick<Note, 'noteId' | 'title' | 'text' | 'host' | 'tokens'> | undefined;
}

/** Looks through all stored comments, a batch at a time; there is no index beside them. One search at a time. */
export interface CommentSearch {
  /** Begins anew; answers when the first batch was looked at. */
  start(query: SearchQuery, sort: FoundSort, hidden: readonly string[]): Promise<SearchProgress>;
  /** Answers when the search is further, or has ended. */
  next(): Promise<SearchProgress>;
  sort(sort: FoundSort): Promise<SearchProgress>;
  /** Looks no further; what was found stays. */
  stop(): Promise<SearchProgress>;
  rows(start: number, count: number): Promise<readonly FoundComment[]>;
}
