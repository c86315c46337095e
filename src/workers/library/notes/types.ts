import type { AuthorId } from '../../../model/author';
import type { Note, NoteCounts } from '../../../model/note';

/**
 * How many of a note's comments are stored. `none`: not one, though there may be some; `partial`: the site has more;
 * `complete`: as many as it says, and no thread was left open; `unknown`: nobody can say.
 */
export type Completeness = 'none' | 'partial' | 'complete' | 'unknown';

/** A stored note as a list shows it. Times are epoch ms; everything unknown is absent. */
export interface NoteRow extends Pick<
  Note,
  'noteId' | 'title' | 'type' | 'standing' | 'publishedAt' | 'place' | 'host' | 'tokens' | 'lastSeenAt'
> {
  /** The beginning of its text. */
  readonly text?: string | undefined;
  readonly authorName?: string | undefined;
  readonly authorId?: AuthorId | undefined;
  /** Addresses of its cover, the smallest first. */
  readonly covers: readonly string[];
  readonly counts: NoteCounts;
  /** Comments and replies stored. */
  readonly stored: number;
  readonly completeness: Completeness;
  /** When its comments were read last. */
  readonly collectedAt?: number | undefined;
  /** Where what is known of it came from: `page`, ids of providers. */
  readonly sources: readonly string[];
}

export const NOTE_SORTS = [
  'seen',
  'collected',
  'published',
  'stored',
  'comments',
  'likes',
  'collects',
  'shares',
  'title',
  'author',
] as const;
export type NoteSort = (typeof NOTE_SORTS)[number];

/** Which notes to show, and in which order. Everything absent does not filter. */
export interface NotesQuery {
  /** Words that must all occur, without case, in title, text, author, topics or id. */
  readonly text: string;
  readonly type?: 'normal' | 'video' | undefined;
  readonly comments?: 'some' | 'none' | undefined;
  readonly completeness?: 'complete' | 'partial' | undefined;
  readonly source?: string | undefined;
  readonly sort: NoteSort;
  readonly direction: 'up' | 'down';
  /** Notes that are being forgotten. */
  readonly hidden: readonly string[];
}

/** The list as a whole. `version` grows with every change of rows. */
export interface NotesSummary {
  readonly version: number;
  /** Notes stored, without those that are being forgotten. */
  readonly total: number;
  /** Notes that the query finds. */
  readonly rows: number;
  /** Comments stored of the notes that the query finds. */
  readonly comments: number;
  /** Where stored notes came from. */
  readonly sources: readonly string[];
}

/** All stored notes, filtered and sorted where no frame waits for it. Every call answers; errors are `AppError`s. */
export interface NotesView {
  /** Reads everything anew. */
  open(query: NotesQuery): Promise<NotesSummary>;
  /** Reads one note again, which may be new or gone. */
  refresh(noteId: string): Promise<NotesSummary>;
  setQuery(query: NotesQuery): Promise<NotesSummary>;
  rows(start: number, count: number): Promise<readonly NoteRow[]>;
  /** The notes that the query finds, in order. */
  listIds(): Promise<readonly string[]>;
}
