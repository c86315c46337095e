import { toFoundNote } from '../../app-bodies/found-note';
import { takeNumberedPage } from '../../row-paging';
import { continueSearch, findNotes } from '../../search-notes';
import { NOTE_TYPES } from '../app-v2/search';
import { GENERIC_400, give, type TikhubResult } from '../envelope';
import { intParam, textParam, type TikhubCall } from '../tikhub-call';

const PAGE_SIZE = 20;

/** search_notes of app: other names for the filters, and for what stands beside the payload (public client code, 2026). */
export function searchNotes(call: TikhubCall): TikhubResult {
  const type = NOTE_TYPES[textParam(call, 'filter_note_type', '不限')];
  if (type === undefined) return { kind: 'refused', status: 400, message: GENERIC_400 };
  const search = {
    keyword: textParam(call, 'keyword'),
    type,
    sort: textParam(call, 'sort_type', 'general'),
    age: textParam(call, 'filter_note_time', '不限'),
  };
  const session = continueSearch(call.state, {
    about: JSON.stringify(search),
    page: intParam(call, 'page', 1),
    searchId: textParam(call, 'search_id'),
  });
  const page = takeNumberedPage(findNotes(call.state, search), session.page, PAGE_SIZE, call.faults);
  const items = page.rows.map((note) => ({
    model_type: 'note',
    note: toFoundNote(call.state.site, note, search.keyword),
  }));
  return give({ items }, { searchId: session.searchId, sessionId: session.sessionId });
}
