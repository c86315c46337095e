import { withoutKey } from '../lib/without-key';
import { threadReadingSchema, toCommentThread } from '../model/comment';
import type { CommentThread, StoredCommentList } from '../model/comment';

/** Up to database version 5 a list held its threads, by the id of their root. */
type ListWithThreads = StoredCommentList & { readonly threads?: unknown };

/**
 * A list as it was stored, or backed up, before threads had records of their own, and these. It may come from a file: what
 * is no thread is left out.
 */
export function splitThreads(list: ListWithThreads): {
  readonly list: StoredCommentList;
  readonly threads: readonly CommentThread[];
} {
  const threads = Object.entries(list.threads ?? {}).flatMap(([rootCommentId, value]) => {
    const { success, data: reading } = threadReadingSchema.safeParse(value);
    return success ? [toCommentThread(list.noteId, rootCommentId, reading)] : [];
  });
  return { list: withoutKey(list, 'threads'), threads };
}
