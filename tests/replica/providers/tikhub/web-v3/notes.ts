import { toNoteBody, toPostedNoteBody, toSearchItemBody } from '../../../server/bodies/note';
import { toProfileBody } from '../../../server/bodies/profile';
import { toCountText } from '../../../server/count-text';
import { toCamelKeys } from '../../../site/state/to-camel-keys';
import { takeNumberedPage, takePage } from '../../row-paging';
import { findNotes, findPeople, type NoteSearch } from '../../search-notes';
import { WEB_VIEWER } from '../../web-view';
import { GENERIC_400, give, type TikhubResult } from '../envelope';
import { findAskedNote, findAskedUser, intParam, textParam, type TikhubCall } from '../tikhub-call';

const SEARCH_SIZE = 20;
const MOST_NOTES = 30;

/**
 * fetch_note_detail: the note's own token is needed, without it there are no items. This series mirrors the site's API
 * in camel case, counts as text, times in ms (public client code, 2026).
 */
export function fetchNoteDetail(call: TikhubCall): TikhubResult {
  const found = findAskedNote(call);
  if ('problem' in found) return found.problem;
  const { site } = call.state;
  const isOwn = site.tokens.check(textParam(call, 'note_id'), textParam(call, 'xsec_token')) === 'valid';
  const isShown = isOwn && found.note.standing === 'public' && !call.faults.get('emptyNoteList');
  if (!isShown) return give({ items: [] });
  const card = toNoteBody(site, WEB_VIEWER, found.note);
  return give(toCamelKeys({ items: [{ id: found.note.noteId, model_type: 'note', note_card: card }] }));
}

/** `note_type` of this series: 1 pictures, 2 video. web_v2 has it the other way round. */
const TYPES: readonly NoteSearch['type'][] = ['all', 'normal', 'video'];

export function fetchSearchNotes(call: TikhubCall): TikhubResult {
  const type = TYPES[intParam(call, 'note_type', 0)];
  if (type === undefined) return { kind: 'refused', status: 400, message: GENERIC_400 };
  const keyword = textParam(call, 'keyword');
  const found = findNotes(call.state, { keyword, type, sort: textParam(call, 'sort', 'general'), age: '' });
  const page = takeNumberedPage(found, intParam(call, 'page', 1), SEARCH_SIZE, call.faults);
  const items = page.rows.map((note) => toSearchItemBody(call.state.site, WEB_VIEWER, note));
  const related = { id: `rec_query_${keyword}`, model_type: 'rec_query' };
  return give(toCamelKeys({ items: items.length === 0 ? [] : [...items, related], has_more: page.hasMore }));
}

export function fetchSearchUsers(call: TikhubCall): TikhubResult {
  const { site } = call.state;
  const found = findPeople(call.state, textParam(call, 'keyword'));
  const page = takeNumberedPage(found, intParam(call, 'page', 1), SEARCH_SIZE, call.faults);
  return give({
    users: page.rows.map((author) => ({
      id: author.userId,
      redId: author.redId,
      name: author.nickname,
      fans: toCountText(author.fans, true),
      noteCount: site.world.postedBy(author.userId).length,
      xsecToken: site.tokenOfUser(author.userId),
      image: author.avatarUrl,
      link: `https://www.xiaohongshu.com/user/profile/${author.userId}`,
      subTitle: `小红书号：${author.redId}`,
      updateTime: '',
    })),
    hasMore: page.hasMore,
  });
}

export function fetchUserInfo(call: TikhubCall): TikhubResult {
  const found = findAskedUser(call);
  if ('problem' in found) return found.problem;
  const { basic_info, interactions, tags } = toProfileBody(WEB_VIEWER, found.author);
  return give(toCamelKeys({ basic_info, interactions, tags }));
}

/** fetch_user_notes: up to 30 at a time. */
export function fetchUserNotes(call: TikhubCall): TikhubResult {
  const size = intParam(call, 'num', MOST_NOTES);
  const found = findAskedUser(call);
  if ('problem' in found) return found.problem;
  const { site } = call.state;
  const page = takePage(
    {
      list: site.world.postedBy(found.author.userId),
      idOf: (note) => note.noteId,
      cursor: textParam(call, 'cursor'),
      size,
    },
    call.faults,
  );
  return give(
    toCamelKeys({
      notes: page.rows.map((note) => toPostedNoteBody(site, WEB_VIEWER, note, 'pc_user')),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
      has_more: page.hasMore,
    }),
  );
}
