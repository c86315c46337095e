import { shortPathOf } from '../../server/pages/answer-short-link';
import { GENERIC_400, type TikhubResult } from './envelope';
import { findLinkedNoteId, findLinkedUserId, textParam, type TikhubCall } from './tikhub-call';

const NO_LINK: TikhubResult = { kind: 'refused', status: 400, message: GENERIC_400 };

/** extract_share_info of app, get_note_id_and_xsec_token of web: flat, the token where the link has one (OpenAPI V5.3.2). */
export function createNoteLink(param: 'share_link' | 'share_text') {
  return (call: TikhubCall): TikhubResult => {
    const text = textParam(call, param);
    const noteId = findLinkedNoteId(call.state, text);
    if (noteId === undefined) return NO_LINK;
    return { kind: 'flat', payload: { note_id: noteId, xsec_token: findToken(call, text, noteId) } };
  };
}

/** get_user_id_and_xsec_token of app. */
export function getUserLink(call: TikhubCall): TikhubResult {
  const text = textParam(call, 'share_link');
  const userId = findLinkedUserId(call.state, text);
  if (userId === undefined) return NO_LINK;
  return { kind: 'flat', payload: { user_id: userId, xsec_token: findToken(call, text, userId) } };
}

/** The one in the link; a short link leads to one that is issued on the way. */
function findToken(call: TikhubCall, text: string, id: string): string {
  const given = /xsec_token=([^&\s]+)/.exec(text)?.[1];
  if (given !== undefined) return decodeURIComponent(given);
  const { site } = call.state;
  const note = site.world.findNote(id);
  const isShort = note !== undefined && text.includes(shortPathOf(note));
  return isShort ? site.tokens.issue(id, 'app_share') : '';
}
