import type { ColumnId } from './columns.catalog';

/** Ready-made choices of columns, in their order. `standard` and `all` follow the catalog of columns. */
export const COLUMN_PRESETS = {
  reading: [
    'level',
    'author_name',
    'content',
    'created_local',
    'place',
    'likes',
    'replies',
    'reply_to_author_name',
    'by_note_author',
    'pinned',
    'pictures',
  ],
  analysis: [
    'comment_id',
    'note_id',
    'root_comment_id',
    'reply_to_comment_id',
    'level',
    'content',
    'created_at',
    'place',
    'likes',
    'likes_approximate',
    'replies',
    'author_id',
    'by_note_author',
    'picture_count',
    'captured_at',
  ],
  standard: 'comment',
  all: 'every',
} as const satisfies Record<string, readonly ColumnId[] | 'comment' | 'every'>;

export type ColumnPresetId = keyof typeof COLUMN_PRESETS;
