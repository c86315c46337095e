import type { WorldComment, WorldNote } from './types';

/** Comments on a page of the app (public client code and its documentation, 2026; the same as on the site). */
export const COMMENTS_PER_PAGE = 10;
/** Replies on a page of a thread (`num` of web_v3 is 10 if not given: TikHub OpenAPI V5.3.2, 2026-03). */
export const REPLIES_PER_PAGE = 10;

/**
 * The reply that comes embedded in its thread: the note author's first, else the first of all. About one thread in
 * eight embeds none though it has replies, as real bodies do (TikHub and JustOneAPI, 2026-02 to 2026-08).
 */
export function findEmbeddedReply(
  root: WorldComment,
  replies: readonly WorldComment[] = root.replies,
): WorldComment | undefined {
  if (Number.parseInt(root.id.slice(-2), 16) % 8 === 7) return undefined;
  return replies.find((reply) => reply.isNoteAuthor) ?? replies[0];
}

/** The replies of a thread in the order in which its pages list them: the embedded one first. */
export function toPagedReplies(
  root: WorldComment,
  replies: readonly WorldComment[] = root.replies,
): readonly WorldComment[] {
  const embedded = findEmbeddedReply(root, replies);
  return embedded === undefined ? replies : [embedded, ...replies.filter((reply) => reply !== embedded)];
}

export interface MinimumCalls {
  /** Pages of the comments that are not folded; 1 for a note without any. */
  readonly comments: number;
  /** Pages of the folded ones; 0 where the note has none (which only a call tells). */
  readonly folded: number;
  /** Pages of replies beyond the embedded ones, each thread taken up behind its embedded reply. */
  readonly replies: number;
  readonly total: number;
}

/**
 * How many calls it takes at least to page through all comments of a note in the app's order of things (ten comments a
 * page, ten replies a page, up to one reply embedded): what the world holds, whatever anybody asked.
 */
export function minimumCalls(note: WorldNote): MinimumCalls {
  const folded = note.comments.filter((root) => root.folded).length;
  const comments = Math.max(1, Math.ceil((note.comments.length - folded) / COMMENTS_PER_PAGE));
  const foldedPages = Math.ceil(folded / COMMENTS_PER_PAGE);
  const replies = note.comments.reduce((sum, root) => sum + replyPagesOf(root), 0);
  return { comments, folded: foldedPages, replies, total: comments + foldedPages + replies };
}

function replyPagesOf(root: WorldComment): number {
  const missing = root.replies.length - (findEmbeddedReply(root) === undefined ? 0 : 1);
  return Math.ceil(Math.max(0, missing) / REPLIES_PER_PAGE);
}
