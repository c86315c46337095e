import { toMaskedComments, toMaskedReplies } from '../../app-bodies/masked-comments';
import { getImageNoteDetail } from '../app-v2/notes';
import { give, type TikhubResult } from '../envelope';
import { findAskedNote, textParam, type TikhubCall } from '../tikhub-call';

/**
 * What still lives of web and web_v2: another vendor's envelope inside TikHub's, the app's own bodies in it. Details:
 * `data[0].note_list[0]`, as that vendor's detail V3 gives them; no real body of these endpoints is known.
 */
export const getNoteInfo = getImageNoteDetail;

/** fetch_note_comments of web_v2: the cursor goes back whole. */
export function fetchNoteComments(call: TikhubCall): TikhubResult {
  const found = findAskedNote(call);
  if ('problem' in found) return found.problem;
  return give(toMaskedComments(maskedAsk(call, found.note), 'latest'));
}

/** fetch_sub_comments of web_v2. */
export function fetchSubComments(call: TikhubCall): TikhubResult {
  const found = findAskedNote(call);
  if ('problem' in found) return found.problem;
  const root = call.state.site.comments.findRoot(found.note, textParam(call, 'comment_id'));
  if (root === undefined) return { kind: 'failed', msg: '参数错误' };
  return give(toMaskedReplies(maskedAsk(call, found.note), root));
}

function maskedAsk(call: TikhubCall, note: Parameters<typeof toMaskedComments>[0]['note']) {
  return { site: call.state.site, faults: call.faults, note, cursor: textParam(call, 'cursor') };
}
