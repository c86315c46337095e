import type { AuthorSighting } from '../author';
import type { CommentSighting } from '../comment';
import type { NoteSighting } from '../note';
import type { Balance } from './balance';
import type { CommentSort, OperationName } from './operation';
import type { Price } from './price';
import type { TopicPage } from './topic-page';

/**
 * Why a list cannot be read on, although its source says that more follow: there is no cursor that can be read, it is the
 * one that was asked with, or there is no row to go on behind.
 */
export const PAGE_BREAKS = ['no-cursor', 'repeated-cursor', 'empty-page'] as const;
export type PageBreak = (typeof PAGE_BREAKS)[number];

/** Where a list goes on. `nextCursor` is absent when the list ends here, as far as the provider can tell. */
export interface WayOn {
  readonly nextCursor?: string;
  /** The source says that more follow, and gives no way to them: a `nextCursor` leads to another part of the list then. */
  readonly brokenOff?: PageBreak;
}

/** A page of a note's comments, or of one thread's replies. */
export interface CommentsRead extends WayOn {
  /** Absent on a page without rows that was asked for by a share text. */
  readonly noteId?: string;
  /** The thread, for a page of replies. */
  readonly rootCommentId?: string;
  /** In the provider's order; replies that came embedded stand right behind their root. `folded` is set where the provider says of which area a page is. */
  readonly comments: readonly CommentSighting[];
  /**
   * Top-level comment id → whether its thread has replies that did not come embedded, and the cursor from which they
   * go on where the provider gives one.
   */
  readonly threads: Readonly<Record<string, { readonly hasMore: boolean; readonly cursor?: string }>>;
  /** What the provider says there is in all, which need not be what it gives. */
  readonly said?: { readonly comments?: number; readonly topLevel?: number };
  /**
   * Where the next part of the list begins (the comments that the site folds, the same list in another order), should this
   * one give nothing new before it ends; absent where there is none.
   */
  readonly nextArea?: string;
  /** The order of the rows, where it is another one than was asked for. */
  readonly order?: CommentSort;
  /** Rows that belong to another note or thread and were left out. */
  readonly dropped: number;
}

/** A page of notes: a search, an author's notes, a topic. */
export interface NotesRead extends WayOn {
  readonly notes: readonly NoteSighting[];
}

export interface AuthorsRead extends WayOn {
  readonly authors: readonly AuthorSighting[];
}

/** Where a link leads, as far as the provider says. */
export interface LinkRead {
  readonly noteId?: string;
  readonly userId?: string;
  readonly xsecToken?: string;
  /** The full address it leads to. */
  readonly url?: string;
}

interface Outputs {
  readonly 'note.detail': { readonly note: NoteSighting; readonly author?: AuthorSighting };
  readonly 'note.comments': CommentsRead;
  readonly 'note.replies': CommentsRead;
  readonly 'author.profile': AuthorSighting;
  readonly 'author.notes': NotesRead;
  readonly 'author.faved': NotesRead;
  readonly 'search.notes': NotesRead;
  readonly 'search.authors': AuthorsRead;
  readonly 'topic.detail': TopicPage;
  readonly 'topic.notes': NotesRead;
  readonly 'link.resolve': LinkRead;
  readonly 'account.balance': Balance;
  readonly 'account.price': Price;
}

export type OperationOutput<Name extends OperationName> = Outputs[Name];
