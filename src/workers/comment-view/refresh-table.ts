import type { CommentTable } from './comment-table';
import type { CommentSource } from './load-table';
import { loadTable } from './load-table';

/** Up to here everything is read again: some 50 ms (measured, Chromium 156: 1.1 s per 100,000). */
const READ_AGAIN = 4_000;
/** More than this many new ones are found faster by reading everything. */
const READ_ONE_BY_ONE = 1_000;

/**
 * The table as the database has it now. Of a small one every comment is read anew; of a large one the ids are compared
 * and only what is new is read, since there is no index by time of change (see `storage/repositories/comments`).
 */
export async function refreshTable(
  source: CommentSource,
  noteId: string,
  table: CommentTable,
): Promise<CommentTable> {
  if (table.size <= READ_AGAIN) return readAgain(source, noteId);
  const ids = await source.listCommentIds(noteId);
  const added = ids.filter((id) => !table.has(id));
  const isNoneGone = ids.length - added.length === table.size;
  if (!isNoneGone || added.length > READ_ONE_BY_ONE) return readAgain(source, noteId);
  for (const comment of await source.findComments(noteId, added)) if (comment) table.add(comment);
  return table;
}

async function readAgain(source: CommentSource, noteId: string): Promise<CommentTable> {
  const loading = loadTable(source, noteId);
  await loading.grown(Infinity);
  return loading.table;
}
