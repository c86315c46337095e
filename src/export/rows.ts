import type { Person } from '../model/author';
import { toAuthorKey } from '../model/author';
import type { Comment } from '../model/comment';
import { findUsableToken } from '../model/merge/note-tokens';
import type { Note } from '../model/note';
import type { LocalTimeFormat } from '../lib/local-time';
import { toIsoTime } from '../lib/local-time';
import type { Cell, ColumnId, ExportColumn } from './columns.catalog';

/** What a row needs beside its comment. */
export interface RowContext {
  readonly note: Note | undefined;
  readonly localTime: LocalTimeFormat;
  readonly timeZone: string;
  /** The public account number of a person, by author key, where a profile has shown it. */
  readonly redIds: ReadonlyMap<string, string>;
}

type CellReader = (comment: Comment, context: RowContext) => Cell;

/**
 * Makes flat rows: one cell for each column, in its order; what is not known is `undefined`. The cells of the note are
 * the same in every row and are made once.
 */
export function createRowMaker(
  columns: readonly ExportColumn[],
  context: RowContext,
): (comment: Comment) => Cell[] {
  const readers = columns.map(({ id }): CellReader => {
    const ofComment = REMEMBERING[id]?.() ?? COMMENT_CELLS[id];
    if (ofComment) return ofComment;
    const cell = context.note && toNoteCell(id, context.note, context.localTime);
    return () => cell;
  });
  const count = readers.length;
  return (comment) => {
    const cells = new Array<Cell>(count);
    for (let index = 0; index < count; index += 1) cells[index] = readers[index]?.(comment, context);
    return cells;
  };
}

/** Cells that are the same in many rows in turn, and take time to write. */
const REMEMBERING: Partial<Record<ColumnId, () => CellReader>> = {
  source: () => {
    let last: Comment['observed'] | undefined;
    let cell = '';
    return ({ observed }) => {
      if (last?.source !== observed.source || last.via !== observed.via)
        cell = `${observed.source}:${observed.via}`;
      last = observed;
      return cell;
    };
  },
  captured_at: () => {
    let last: number | undefined;
    let cell: Cell;
    return ({ observed }) => {
      if (observed.at !== last) cell = toIsoTime((last = observed.at));
      return cell;
    };
  },
};

const COMMENT_CELLS: Partial<Record<ColumnId, CellReader>> = {
  comment_id: (comment) => comment.commentId,
  note_id: (comment) => comment.noteId,
  root_comment_id: (comment) => comment.rootCommentId,
  reply_to_comment_id: (comment) => comment.replyTo?.commentId,
  reply_to_author_id: (comment) => comment.replyTo?.author?.id.value,
  reply_to_author_name: (comment) => comment.replyTo?.author?.nickname,
  level: (comment) => (comment.rootCommentId === undefined ? 0 : 1),
  content: (comment) => comment.content,
  created_at: (comment) => writeTime(comment.createdAt, toIsoTime),
  created_local: (comment, { localTime }) => writeTime(comment.createdAt, localTime),
  time_zone: (_comment, { timeZone }) => timeZone,
  place: (comment) => comment.place,
  likes_raw: (comment) => comment.likes?.raw,
  likes: (comment) => comment.likes?.value,
  likes_approximate: (comment) => comment.likes?.approximate,
  replies_raw: (comment) => comment.replyCount?.raw,
  replies: (comment) => comment.replyCount?.value,
  replies_approximate: (comment) => comment.replyCount?.approximate,
  author_id: (comment) => comment.author?.id.value,
  author_id_kind: (comment) => comment.author?.id.kind,
  author_name: (comment) => comment.author?.nickname,
  author_red_id: (comment, { redIds }) =>
    comment.author &&
    (comment.author.redId ?? (redIds.size === 0 ? undefined : redIds.get(toAuthorKey(comment.author.id)))),
  by_note_author: (comment) => comment.byNoteAuthor,
  pinned: (comment) => comment.pinned,
  liked_by_note_author: (comment) => comment.likedByNoteAuthor,
  folded: (comment) => comment.folded,
  picture_count: (comment) => comment.pictures?.length,
  pictures: (comment) => comment.pictures && joinWords(comment.pictures.map((picture) => picture.url)),
  mentions: (comment) => comment.mentions && joinNames(comment.mentions),
  mention_ids: (comment) => comment.mentions && joinWords(comment.mentions.map((person) => person.id.value)),
};

/** The cell of a note in a column of the group `note`; `undefined` for what is not known, and in every other column. */
export function toNoteCell(id: ColumnId, note: Note, localTime: LocalTimeFormat): Cell {
  return NOTE_CELLS[id]?.(note, localTime);
}

const NOTE_CELLS: Partial<Record<ColumnId, (note: Note, localTime: LocalTimeFormat) => Cell>> = {
  note_title: (note) => note.title,
  note_type: (note) => note.type,
  note_author_id: (note) => note.author?.id.value,
  note_author_name: (note) => note.author?.nickname,
  note_url: toNoteUrl,
  note_published_at: (note) => writeTime(note.publishedAt, toIsoTime),
  note_published_local: (note, localTime) => writeTime(note.publishedAt, localTime),
  note_place: (note) => note.place,
  note_likes_raw: (note) => note.counts.likes?.raw,
  note_likes: (note) => note.counts.likes?.value,
  note_collects_raw: (note) => note.counts.collects?.raw,
  note_collects: (note) => note.counts.collects?.value,
  note_comments_raw: (note) => note.counts.comments?.raw,
  note_comments: (note) => note.counts.comments?.value,
  note_shares_raw: (note) => note.counts.shares?.raw,
  note_shares: (note) => note.counts.shares?.value,
};

/**
 * The note's address, with the token to use: without one the site shows an error (site bundle
 * xhs-pc-web 6.12.1, 2026-05). `undefined` while it is not known on which host the note was seen.
 */
export function toNoteUrl(note: Note): string | undefined {
  if (note.host === undefined) return undefined;
  const url = new URL(`https://${note.host}/explore/${encodeURIComponent(note.noteId)}`);
  const token = findUsableToken(note.tokens);
  if (token) {
    url.searchParams.set('xsec_token', token.xsecToken);
    if (token.xsecSource !== undefined) url.searchParams.set('xsec_source', token.xsecSource);
  }
  return url.href;
}

function writeTime(epochMs: number | undefined, write: LocalTimeFormat): string | undefined {
  return epochMs === undefined ? undefined : write(epochMs);
}

/** Addresses and ids, with a blank between two: a blank inside one is written `%20`. */
function joinWords(words: readonly string[]): string {
  return words.map((word) => word.replaceAll(' ', '%20')).join(' ');
}

function joinNames(people: readonly Person[]): string {
  return people.map((person) => person.nickname ?? person.id.value).join('; ');
}
