import { toCommentBody, toReplyBody } from '../../../server/bodies/comment';
import { toCamelKeys } from '../../../site/state/to-camel-keys';
import type { WorldComment, WorldNote } from '../../../world/types';
import { takePage } from '../../row-paging';
import { WEB_VIEWER } from '../../web-view';
import { give, type TikhubResult } from '../envelope';
import { findAskedNote, intParam, textParam, type TikhubCall } from '../tikhub-call';

const PAGE_SIZE = 10;

/** fetch_note_comments: a token that is sent has to be the note's own (in the index since 2026-06; not in the spec of 2026-03). */
export function fetchNoteComments(call: TikhubCall): TikhubResult {
  const found = findReadable(call);
  if ('problem' in found) return found.problem;
  const { note } = found;
  const { site } = call.state;
  return givePage(call, site.comments.listOf(note), PAGE_SIZE, (comment) =>
    toCommentBody(site, WEB_VIEWER, note, comment),
  );
}

/** fetch_sub_comments: the replies after the cursor, which for the first page is the thread's `subCommentCursor` or empty. */
export function fetchSubComments(call: TikhubCall): TikhubResult {
  const found = findReadable(call);
  if ('problem' in found) return found.problem;
  const { note } = found;
  const { site } = call.state;
  const root = site.comments.findRoot(note, textParam(call, 'root_comment_id'));
  const replies = root === undefined ? [] : site.comments.repliesOf(note, root);
  return givePage(call, replies, intParam(call, 'num', PAGE_SIZE), (reply) =>
    toReplyBody(site, WEB_VIEWER, reply),
  );
}

function findReadable(call: TikhubCall): { note: WorldNote } | { problem: TikhubResult } {
  const token = textParam(call, 'xsec_token');
  const noteId = textParam(call, 'note_id');
  if (token !== '' && call.state.site.tokens.check(noteId, token) !== 'valid')
    return { problem: give({ comments: [], cursor: '', hasMore: false }) };
  return findAskedNote(call);
}

function givePage(
  call: TikhubCall,
  list: readonly WorldComment[],
  size: number,
  toBody: (comment: WorldComment) => object,
): TikhubResult {
  const ask = { list, idOf: (comment: WorldComment) => comment.id, cursor: textParam(call, 'cursor'), size };
  const page = takePage(ask, call.faults);
  return give(
    toCamelKeys({
      comments: page.rows.map(toBody),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
      has_more: page.hasMore,
    }),
  );
}
