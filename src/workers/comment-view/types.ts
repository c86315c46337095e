import type { Comment } from '../../model/comment';

/** Which comments to show, and in which order. Everything absent does not filter. */
export interface CommentQuery {
  /** Matched without case in content, nickname and place. */
  readonly text: string;
  readonly byNoteAuthor?: boolean;
  readonly pinned?: boolean;
  readonly withPicture?: boolean;
  readonly question?: boolean;
  readonly place?: string;
  /** Epoch ms, both ends included. */
  readonly from?: number;
  readonly to?: number;
  /** `site`: the site's own order. Threads stay together; the order is that of their top-level comments. */
  readonly sort: 'site' | 'newest' | 'oldest' | 'likes' | 'replies';
}

/** One line of the list. While a filter is on, a thread shows its root (dimmed when it does not match) and its matches. */
export interface CommentRow {
  readonly comment: Comment;
  readonly level: 0 | 1;
  readonly matches: boolean;
  /**
   * For a top-level row: replies stored, replies the site promised, and whether they are folded in the list; that is
   * absent while a filter is on, which shows what matches and folds nothing.
   */
  readonly thread?: { readonly captured: number; readonly expected?: number; readonly collapsed?: boolean };
}

/** The view as a whole. `version` grows with every change of rows. */
export interface CommentViewSummary {
  readonly version: number;
  readonly noteId: string;
  /** Whether reading is still under way: what is here is a part, and `refresh` answers when there is much more. */
  readonly loading: boolean;
  /** Comments and replies stored. */
  readonly total: number;
  readonly topLevel: number;
  /** Rows of the view now (after filter and collapsed threads). */
  readonly rows: number;
  /** Rows that match the query themselves. */
  readonly matches: number;
  /** Places with how many comments came from there, most first. */
  readonly places: readonly { readonly place: string; readonly count: number }[];
}

/**
 * The comments of one note, filtered and sorted in a worker of their own: the page that shows them holds only the
 * rows on screen. Every call answers; errors are `AppError`s.
 */
export interface CommentView {
  /** Answers when the first rows are here; the rest is read behind it, see `loading`. */
  open(noteId: string): Promise<CommentViewSummary>;
  /**
   * Reads again what was added or changed since the last look. May be called as often as anything changes: it takes
   * its time when there are many rows. Of more than a few thousand, those that were here keep their place and match
   * until the next `open`; `rows` shows them as they are now all the same.
   */
  refresh(): Promise<CommentViewSummary>;
  setQuery(query: CommentQuery): Promise<CommentViewSummary>;
  setCollapsed(rootCommentId: string, collapsed: boolean): Promise<CommentViewSummary>;
  /** Rows from `start` (0-based), at most `count`, as they are stored now; those deleted meanwhile are left out. */
  rows(start: number, count: number): Promise<readonly CommentRow[]>;
  close(): void;
}
