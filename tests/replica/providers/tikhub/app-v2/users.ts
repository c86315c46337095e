import { toFavedPage, toPostedPage } from '../../app-bodies/note-lists';
import { toAppProfile, toFoundUser } from '../../app-bodies/profile';
import { takeNumberedPage } from '../../row-paging';
import { continueSearch, findPeople } from '../../search-notes';
import { give, type TikhubResult } from '../envelope';
import { findAskedUser, intParam, textParam, type TikhubCall } from '../tikhub-call';

const PAGE_SIZE = 20;

/** get_user_info, also of app, web and web_v2. */
export function getUserInfo(call: TikhubCall): TikhubResult {
  const found = findAskedUser(call);
  return 'problem' in found ? found.problem : give(toAppProfile(call.state.site, found.author));
}

/** get_user_posted_notes, also get_user_notes of app and fetch_home_notes_app of web_v2. */
export function getUserPostedNotes(call: TikhubCall): TikhubResult {
  const found = findAskedUser(call);
  if ('problem' in found) return found.problem;
  return give(toPostedPage(listAsk(call), found.author));
}

/** get_user_faved_notes: the inner status is `result` here, not `code` (a reseller of the same API, 2023). */
export function getUserFavedNotes(call: TikhubCall): TikhubResult {
  const found = findAskedUser(call);
  if ('problem' in found) return found.problem;
  return { kind: 'payload', payload: toFavedPage(listAsk(call), found.author), statusKey: 'result' };
}

function listAsk(call: TikhubCall) {
  return { site: call.state.site, faults: call.faults, cursor: textParam(call, 'cursor') };
}

/** search_users: 20 a page. */
export function searchUsers(call: TikhubCall): TikhubResult {
  const keyword = textParam(call, 'keyword');
  const session = continueSearch(call.state, {
    about: `people ${keyword}`,
    page: intParam(call, 'page', 1),
    searchId: textParam(call, 'search_id'),
  });
  const page = takeNumberedPage(findPeople(call.state, keyword), session.page, PAGE_SIZE, call.faults);
  return give(
    { users: page.rows.map((author) => toFoundUser(call.state.site, author)) },
    { search_id: session.searchId, page: session.page },
  );
}
