import { COMMENTS_PER_PAGE, REPLIES_PER_PAGE, toPagedReplies } from '../../../world/comment-paging';
import type { WorldNote } from '../../../world/types';
import { type CommentView, toReply, toThread, writeCursor } from '../../app-bodies/comment';
import { type CommentSort, listThreads, readCursor, toCommentFrame } from '../../app-bodies/comment-lists';
import { type RowPage, takePage } from '../../row-paging';
import { GENERIC_400, give, type TikhubResult } from '../envelope';
import { findAskedNote, intParam, textParam, type TikhubCall } from '../tikhub-call';

const SORTS: Readonly<Record<string, CommentSort>> = {
  default: 'default',
  latest_v2: 'latest',
  like_count: 'like_count',
};

/**
 * get_note_comments. The cursor is JSON text whose three values are `cursor`, `index` and `pageArea` of the next call;
 * the whole text as `cursor` does as well (measured by clients, 2026-09). Folded comments come in their own area only.
 */
export function getNoteComments(call: TikhubCall): TikhubResult {
  const found = findAskedNote(call);
  if ('problem' in found) return found.problem;
  const strategy = textParam(call, 'sort_strategy', 'latest_v2');
  const sort = SORTS[strategy];
  if (sort === undefined) return { kind: 'refused', status: 400, message: GENERIC_400 };
  const given = readCursor(textParam(call, 'cursor'));
  const pageArea = given.pageArea ?? textParam(call, 'pageArea', 'UNFOLDED');
  const index = given.index ?? intParam(call, 'index', 0);
  const { site } = call.state;
  const page = takePage(
    {
      list: listThreads(site, found.note, pageArea === 'FOLDED', sort),
      idOf: (comment) => comment.id,
      cursor: given.id,
      size: COMMENTS_PER_PAGE,
    },
    call.faults,
  );
  const view = viewOf(call, found.note);
  return give({
    ...toCommentFrame(site, found.note),
    comments: page.rows.map((comment) => toThread(view, comment)),
    ...pageEnd(page, index, pageArea),
    page_context: '',
    all_sort_strategies: Object.keys(SORTS).map((type) => ({ type, optional_name: type, suffix_name: '' })),
    current_sort_strategy: strategy,
  });
}

/** get_note_sub_comments: from the beginning (index 1, no cursor), or behind the thread's embedded reply. */
export function getNoteSubComments(call: TikhubCall): TikhubResult {
  const found = findAskedNote(call);
  if ('problem' in found) return found.problem;
  const { note } = found;
  const root = call.state.site.comments.findRoot(note, textParam(call, 'comment_id'));
  if (root === undefined) return { kind: 'failed', msg: '参数错误' };
  const given = readCursor(textParam(call, 'cursor'));
  const page = takePage(
    {
      list: toPagedReplies(root, call.state.site.comments.repliesOf(note, root)),
      idOf: (reply) => reply.id,
      cursor: given.id,
      size: REPLIES_PER_PAGE,
    },
    call.faults,
  );
  const view = viewOf(call, note);
  return give({
    comments: page.rows.map((reply) => toReply(view, reply)),
    ...pageEnd(page, given.index ?? intParam(call, 'index', 1)),
    page_context: '',
  });
}

/** Authors go under the site's own ids here. */
function viewOf(call: TikhubCall, note: WorldNote): CommentView {
  return { site: call.state.site, note, idOf: (author) => author.userId };
}

/** The last page's cursor holds no id (real body, 2026-02). */
function pageEnd(page: RowPage<unknown>, index: number, pageArea?: string) {
  const area = pageArea === undefined ? {} : { pageArea };
  if (page.cursor === undefined) return { has_more: page.hasMore };
  const next = page.isStuck ? index : Math.max(index, 1) + 1;
  const id = page.hasMore && page.cursor !== '' ? { cursor: page.cursor } : {};
  return { cursor: writeCursor({ ...id, index: next, ...area }), has_more: page.hasMore };
}
