/**
 * Every column a file can have, in the order in which it stands there. `id` is the header of the `plain` preset and
 * never changes; the header of the `excel` preset is the text `export.column.<id>` in the user's language. `kind` says
 * what the cells are: `text` may hold anything a stranger typed, the others are made by us and need no guard. `width`
 * is how wide the column should stand, in characters, in formats that can say so.
 */
export const EXPORT_COLUMNS = [
  { id: 'comment_id', kind: 'text', group: 'comment', width: 26 },
  { id: 'note_id', kind: 'text', group: 'comment', width: 26 },
  { id: 'root_comment_id', kind: 'text', group: 'comment', width: 26 },
  { id: 'reply_to_comment_id', kind: 'text', group: 'comment', width: 26 },
  { id: 'reply_to_author_id', kind: 'text', group: 'comment', width: 26 },
  { id: 'reply_to_author_name', kind: 'text', group: 'comment', width: 16 },
  { id: 'level', kind: 'number', group: 'comment', width: 6 },
  { id: 'content', kind: 'text', group: 'comment', width: 60 },
  { id: 'created_at', kind: 'time', group: 'comment', width: 24 },
  { id: 'created_local', kind: 'time', group: 'comment', width: 20 },
  { id: 'time_zone', kind: 'text', group: 'comment', width: 16 },
  { id: 'place', kind: 'text', group: 'comment', width: 10 },
  { id: 'likes_raw', kind: 'text', group: 'comment', width: 9 },
  { id: 'likes', kind: 'number', group: 'comment', width: 9 },
  { id: 'likes_approximate', kind: 'boolean', group: 'comment', width: 9 },
  { id: 'replies_raw', kind: 'text', group: 'comment', width: 9 },
  { id: 'replies', kind: 'number', group: 'comment', width: 9 },
  { id: 'replies_approximate', kind: 'boolean', group: 'comment', width: 9 },
  { id: 'author_id', kind: 'text', group: 'comment', width: 26 },
  { id: 'author_id_kind', kind: 'text', group: 'comment', width: 8 },
  { id: 'author_name', kind: 'text', group: 'comment', width: 16 },
  { id: 'author_red_id', kind: 'text', group: 'comment', width: 14 },
  { id: 'by_note_author', kind: 'boolean', group: 'comment', width: 8 },
  { id: 'pinned', kind: 'boolean', group: 'comment', width: 8 },
  { id: 'liked_by_note_author', kind: 'boolean', group: 'comment', width: 8 },
  { id: 'folded', kind: 'boolean', group: 'comment', width: 8 },
  { id: 'picture_count', kind: 'number', group: 'comment', width: 8 },
  { id: 'pictures', kind: 'text', group: 'comment', width: 40 },
  { id: 'mentions', kind: 'text', group: 'comment', width: 20 },
  { id: 'mention_ids', kind: 'text', group: 'comment', width: 26 },
  { id: 'source', kind: 'text', group: 'comment', width: 18 },
  { id: 'captured_at', kind: 'time', group: 'comment', width: 24 },
  { id: 'note_title', kind: 'text', group: 'note', width: 30 },
  { id: 'note_type', kind: 'text', group: 'note', width: 8 },
  { id: 'note_author_id', kind: 'text', group: 'note', width: 26 },
  { id: 'note_author_name', kind: 'text', group: 'note', width: 16 },
  { id: 'note_url', kind: 'text', group: 'note', width: 40 },
  { id: 'note_published_at', kind: 'time', group: 'note', width: 24 },
  { id: 'note_published_local', kind: 'time', group: 'note', width: 20 },
  { id: 'note_place', kind: 'text', group: 'note', width: 10 },
  { id: 'note_likes_raw', kind: 'text', group: 'note', width: 9 },
  { id: 'note_likes', kind: 'number', group: 'note', width: 9 },
  { id: 'note_collects_raw', kind: 'text', group: 'note', width: 9 },
  { id: 'note_collects', kind: 'number', group: 'note', width: 9 },
  { id: 'note_comments_raw', kind: 'text', group: 'note', width: 9 },
  { id: 'note_comments', kind: 'number', group: 'note', width: 9 },
  { id: 'note_shares_raw', kind: 'text', group: 'note', width: 9 },
  { id: 'note_shares', kind: 'number', group: 'note', width: 9 },
] as const;

export type ExportColumn = (typeof EXPORT_COLUMNS)[number];
export type ColumnId = ExportColumn['id'];
/** A cell: a text, a number, a truth, or `undefined` for what is not known. */
export type Cell = string | number | boolean | undefined;
