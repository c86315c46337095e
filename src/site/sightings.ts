import type { AuthorId, AuthorSighting } from '../model/author';
import type { CommentSighting } from '../model/comment';
import type { NoteSighting } from '../model/note';
import type { CaptureKind } from '../model/settings';

/** One page of a note's comments, of the top level or of one thread. */
export interface CommentPage {
  readonly noteId: string;
  readonly level: 'top' | 'replies';
  /** The thread, for a page of replies. */
  readonly rootCommentId?: string;
  /** Comments in the site's order; replies that came embedded stand right behind their root. */
  readonly comments: readonly CommentSighting[];
  /** The cursor the page was asked with: `''` for the first, else the id of the comment before; unknown for a state. */
  readonly askedCursor?: string;
  readonly nextCursor?: string;
  readonly hasMore?: boolean;
  /** Top-level comment id → whether the site says that its thread has more replies. */
  readonly threads: Readonly<Record<string, { readonly hasMore: boolean }>>;
  /** True when this is the whole list as the page has it (live state), so that index = position. */
  readonly whole: boolean;
}

/** A message of the notification page, as far as it is known. */
export interface NotificationSighting {
  readonly id: string;
  /** The site's word, e.g. `comment/comment`, `liked/item`, `follow/you`. */
  readonly type: string;
  readonly title?: string;
  readonly at?: number;
  readonly from?: { readonly id: AuthorId; readonly nickname?: string; readonly avatarUrl?: string };
  readonly noteId?: string;
  readonly commentId?: string;
  readonly content?: string;
  /** The comment that it answers. */
  readonly targetCommentId?: string;
}

/** Everything a parser found in one response or state. Each part is absent when the source does not speak of it. */
export interface Sightings {
  readonly notes?: readonly NoteSighting[];
  readonly authors?: readonly AuthorSighting[];
  readonly comments?: CommentPage;
  readonly notifications?: readonly NotificationSighting[];
  /** A list of notes as a page showed it. */
  readonly listing?: {
    readonly kind: Extract<CaptureKind, 'feeds' | 'searches' | 'authors'>;
    readonly key: string;
    readonly noteIds: readonly string[];
  };
  readonly viewer?: { readonly loggedIn?: boolean; readonly userId?: string };
  /** A business code other than success, with the text that came with it. */
  readonly refusal?: { readonly code: number; readonly noteId?: string };
}
