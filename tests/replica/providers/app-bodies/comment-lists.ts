import type { SiteState } from '../../server/site-state';
import type { WorldComment, WorldNote } from '../../world/types';

export type CommentSort = 'default' | 'latest' | 'like_count';

/** Threads of one area in one order; a pinned one stays at the head. */
export function listThreads(
  site: SiteState,
  note: WorldNote,
  isFolded: boolean,
  sort: CommentSort,
): readonly WorldComment[] {
  const listed = site.comments.listOf(note).filter((comment) => comment.folded === isFolded);
  if (sort === 'default') return listed;
  const keyOf = (comment: WorldComment): number =>
    sort === 'latest' ? comment.createTime : site.likesOfComment(comment);
  return listed.toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || keyOf(b) - keyOf(a));
}

/** What stands around a page of threads: counts, orders, the note's author (real bodies, 2026-02 to 2026-08). */
export function toCommentFrame(site: SiteState, note: WorldNote) {
  return {
    comment_count: note.commentCount + site.comments.changeOf(note),
    comment_count_l1: site.comments.listOf(note).length,
    user_id: note.author.userId,
  };
}

/** The parts of a cursor that came back: the whole JSON text, or its `cursor` alone. */
export function readCursor(text: string): {
  id: string;
  index: number | undefined;
  pageArea: string | undefined;
} {
  if (!text.startsWith('{')) return { id: text, index: undefined, pageArea: undefined };
  try {
    const parts = JSON.parse(text) as { cursor?: unknown; index?: unknown; pageArea?: unknown };
    return {
      id: typeof parts.cursor === 'string' ? parts.cursor : '',
      index: typeof parts.index === 'number' ? parts.index : undefined,
      pageArea: typeof parts.pageArea === 'string' ? parts.pageArea : undefined,
    };
  } catch (error) {
    // Cut or altered on its way: no row has such an id.
    if (error instanceof SyntaxError) return { id: text, index: undefined, pageArea: undefined };
    throw error;
  }
}
