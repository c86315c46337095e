/**
 * The keys of a note's comments: `[noteId, commentId]`, from just behind `afterCommentId` on when given. An empty
 * array sorts behind every string (IndexedDB 3.0, order of keys), so it closes the range.
 */
export function toCommentRange(noteId: string, afterCommentId?: string): IDBKeyRange {
  return afterCommentId === undefined
    ? IDBKeyRange.bound([noteId], [noteId, []])
    : IDBKeyRange.bound([noteId, afterCommentId], [noteId, []], true);
}

/** The same shape of keys for everything else that begins with one id (snapshots). */
export function toPrefixRange(prefix: string): IDBKeyRange {
  return IDBKeyRange.bound([prefix], [prefix, []]);
}
