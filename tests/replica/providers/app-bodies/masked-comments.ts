import type { SiteState } from '../../server/site-state';
import { COMMENTS_PER_PAGE, REPLIES_PER_PAGE, toPagedReplies } from '../../world/comment-paging';
import type { WorldComment, WorldNote } from '../../world/types';
import type { CallFaults } from '../faults';
import { toMaskedId } from '../masked-id';
import { type RowPage, takePage } from '../row-paging';
import { type CommentView, toReply, toThread, writeCursor } from './comment';
import { type CommentSort, listThreads, readCursor, toCommentFrame } from './comment-lists';

interface MaskedAsk {
  readonly site: SiteState;
  readonly faults: CallFaults;
  readonly note: WorldNote;
  /** The whole text that came with the page before. */
  readonly cursor: string;
}

/** A page of comments of an upstream without a login: authors under masked ids (real bodies, 2026-02 and 2026). */
export function toMaskedComments(ask: MaskedAsk, sort: CommentSort) {
  const given = readCursor(ask.cursor);
  const list = listThreads(ask.site, ask.note, false, sort);
  const page = takePage(
    { list, idOf: (comment) => comment.id, cursor: given.id, size: COMMENTS_PER_PAGE },
    ask.faults,
  );
  const view = viewOf(ask);
  return {
    ...toCommentFrame(ask.site, ask.note),
    comments: page.rows.map((comment) => toThread(view, comment)),
    ...pageEnd(page, given.index, 'UNFOLDED'),
    all_sort_strategies: [],
    current_sort_strategy: 'latest_v2',
  };
}

export function toMaskedReplies(ask: MaskedAsk, root: WorldComment) {
  const given = readCursor(ask.cursor);
  const list = toPagedReplies(root, ask.site.comments.repliesOf(ask.note, root));
  const page = takePage(
    { list, idOf: (reply) => reply.id, cursor: given.id, size: REPLIES_PER_PAGE },
    ask.faults,
  );
  const view = viewOf(ask);
  return { comments: page.rows.map((reply) => toReply(view, reply)), ...pageEnd(page, given.index) };
}

function viewOf(ask: MaskedAsk): CommentView {
  return { site: ask.site, note: ask.note, idOf: (author) => toMaskedId(author.userId) };
}

/** The last page's cursor names no comment (real body, 2026-02). */
function pageEnd(page: RowPage<unknown>, index = 1, pageArea?: string) {
  if (page.cursor === undefined) return { has_more: page.hasMore };
  const id = page.hasMore && page.cursor !== '' ? { cursor: page.cursor } : {};
  const area = pageArea === undefined ? {} : { pageArea };
  return {
    cursor: writeCursor({ ...id, index: page.isStuck ? index : index + 1, ...area }),
    has_more: page.hasMore,
  };
}
