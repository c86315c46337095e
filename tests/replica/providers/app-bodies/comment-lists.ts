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
  const all = site.comments.listOf(note);
  const lists = ordered.get(all) ?? new Map<string, readonly WorldComment[]>();
  ordered.set(all, lists);
  const name = `${sort} ${String(isFolded)}`;
  const known = lists.get(name);
  if (known !== undefined) return known;
  const listed = all.filter((comment) => comment.folded === isFolded);
  const list = sort === 'default' ? listed : inOrder(site, listed, sort);
  if (sort !== 'like_count') lists.set(name, list);
  return list;
}

/** Lists once put in order, by what they were made of: a note with 100,000 comments has thousands of pages. Likes change. */
const ordered = new WeakMap<readonly WorldComment[], Map<string, readonly WorldComment[]>>();

function inOrder(
  site: SiteState,
  listed: readonly WorldComment[],
  sort: CommentSort,
): readonly WorldComment[] {
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
