import { toFoundNote } from '../../app-bodies/found-note';
import { takeNumberedPage } from '../../row-paging';
import { continueSearch, findNotes, type NoteSearch } from '../../search-notes';
import { GENERIC_400, give, type TikhubResult } from '../envelope';
import { intParam, textParam, type TikhubCall } from '../tikhub-call';

const PAGE_SIZE = 20;

export const NOTE_TYPES: Readonly<Record<string, NoteSearch['type']>> = {
  不限: 'all',
  视频笔记: 'video',
  普通笔记: 'normal',
  // Nobody is live in this world.
  直播笔记: 'none',
};

/** search_notes: notes and other things mixed; how it goes on stands beside the payload (real body, 2026-08). */
export function searchNotes(call: TikhubCall): TikhubResult {
  const type = NOTE_TYPES[textParam(call, 'note_type', '不限')];
  if (type === undefined) return { kind: 'refused', status: 400, message: GENERIC_400 };
  const keyword = textParam(call, 'keyword');
  const search = {
    keyword,
    type,
    sort: textParam(call, 'sort_type', 'general'),
    age: textParam(call, 'time_filter', '不限'),
  };
  const session = continueSearch(call.state, {
    about: JSON.stringify(search),
    page: intParam(call, 'page', 1),
    searchId: textParam(call, 'search_id'),
  });
  const page = takeNumberedPage(findNotes(call.state, search), session.page, PAGE_SIZE, call.faults);
  const items = page.rows.map((note) => ({
    model_type: 'note',
    mix_track_id: note.noteId.slice(0, 12),
    new_help_style: false,
    note: toFoundNote(call.state.site, note, keyword),
  }));
  return give(
    { ...SEARCH_FRAME, items: session.page === 1 && items.length > 0 ? withAgent(items) : items },
    {
      search_id: session.searchId,
      search_session_id: session.sessionId,
      page: session.page,
      next_page: page.rows.length === 0 ? session.page : session.page + 1,
    },
  );
}

/** Among the notes stands an answer of the search's own. */
function withAgent(items: readonly object[]): readonly object[] {
  const agent = { model_type: 'search_agent', mix_track_id: 'DQA', new_help_style: false };
  return [...items.slice(0, 2), agent, ...items.slice(2)];
}

const SEARCH_FRAME = {
  ai_mode_enable: false,
  can_cut: false,
  cur_cut_number: 0,
  dqa_authorized_user_by_shared: false,
  is_broad_query: true,
  query_debug_info: { is_forbidden: false },
  query_intent: { goodsIntent: 0, low_supply_intent: false, search_ask_intent: true },
  query_type: 0,
  request_dqa: 0,
  request_dqa_instant: false,
  search_dqa_new_page_exp: 0,
  search_pull_down_opt_exp: 0,
  service_status: '',
  show_single_col: false,
  strategy_info: { query_average_impression_count: 10, query_can_guide_to_feed: true },
  taxonomy1: '',
  video_intent_grade_v3: 0,
};
