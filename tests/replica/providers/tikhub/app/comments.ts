import { COMMENTS_PER_PAGE, REPLIES_PER_PAGE, toPagedReplies } from '../../../world/comment-paging';
import { toReply, toThread, writeCursor } from '../../app-bodies/comment';
import { listThreads, readCursor, toCommentFrame } from '../../app-bodies/comment-lists';
import { takePage } from '../../row-paging';
import { give, type TikhubResult } from '../envelope';
import { findAskedNote, intParam, textParam, type TikhubCall } from '../tikhub-call';

/** get_note_comments of app: `start` is the cursor, whole or the id alone; sort 1 default, 2 latest. */
export function getNoteComments(call: TikhubCall): TikhubResult {
  const found = findAskedNote(call);
  if ('problem' in found) return found.problem;
  const { site } = call.state;
  const given = readCursor(textParam(call, 'start'));
  const sort = intParam(call, 'sort_strategy', 1) === 2 ? 'latest' : 'default';
  const page = takePage(
    {
      list: listThreads(site, found.note, false, sort),
      idOf: (comment) => comment.id,
      cursor: given.id,
      size: COMMENTS_PER_PAGE,
    },
    call.faults,
  );
  const view = { site, note: found.note, idOf: idOfSite };
  const index = (given.index ?? 1) + (page.isStuck ? 0 : 1);
  return give({
    ...toCommentFrame(site, found.note),
    comments: page.rows.map((comment) => toThread(view, comment)),
    ...(page.cursor === undefined
      ? {}
      : { cursor: writeCursor({ cursor: page.cursor, index, pageArea: 'UNFOLDED' }) }),
    has_more: page.hasMore,
  });
}

/** get_sub_comments of app: `start` is the last reply's id. */
export function getSubComments(call: TikhubCall): TikhubResult {
  const found = findAskedNote(call);
  if ('problem' in found) return found.problem;
  const { site } = call.state;
  const root = site.comments.findRoot(found.note, textParam(call, 'comment_id'));
  if (root === undefined) return { kind: 'failed', msg: '参数错误' };
  const given = readCursor(textParam(call, 'start'));
  const page = takePage(
    {
      list: toPagedReplies(root, site.comments.repliesOf(found.note, root)),
      idOf: (reply) => reply.id,
      cursor: given.id,
      size: REPLIES_PER_PAGE,
    },
    call.faults,
  );
  const view = { site, note: found.note, idOf: idOfSite };
  return give({
    comments: page.rows.map((reply) => toReply(view, reply)),
    ...(page.cursor === undefined
      ? {}
      : { cursor: writeCursor({ cursor: page.cursor, index: (given.index ?? 1) + 1 }) }),
    has_more: page.hasMore,
  });
}

function idOfSite(author: { readonly userId: string }): string {
  return author.userId;
}
