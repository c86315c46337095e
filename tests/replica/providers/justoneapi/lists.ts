import { shortPathOf, toSharedUrl } from '../../server/pages/answer-short-link';
import type { WorldNote } from '../../world/types';
import { toFlatNote } from '../app-bodies/found-note';
import { takeTopicNotes, toPostedPage } from '../app-bodies/note-lists';
import { toAppProfile, toFoundUser } from '../app-bodies/profile';
import { type RowPage, takeNumberedPage } from '../row-paging';
import { findNotes, findPeople, type NoteSearch } from '../search-notes';
import { findAskedUser, give, type JustoneCall, type JustoneResult, NOT_THERE } from './justone-call';

const PAGE_SIZE = 20;

/** get-user/v3. */
export function getUser(call: JustoneCall): JustoneResult {
  const author = findAskedUser(call);
  return author === undefined ? NOT_THERE : give(toAppProfile(call.state.site, author));
}

/** get-user-note-list/v4: `lastCursor` is the last note's `cursor`. */
export function getUserNotes(call: JustoneCall): JustoneResult {
  const author = findAskedUser(call);
  if (author === undefined) return NOT_THERE;
  const cursor = call.query.get('lastCursor') ?? '';
  return give(toPostedPage({ site: call.state.site, faults: call.faults, cursor }, author));
}

const TYPES: Readonly<Record<string, NoteSearch['type']>> = {
  _0: 'all',
  _1: 'video',
  _2: 'normal',
  ALL: 'all',
  VIDEO_NOTE: 'video',
  NORMAL_NOTE: 'normal',
};

function search(call: JustoneCall, sortParam: string, ageParam: string): RowPage<WorldNote> {
  const found = findNotes(call.state, {
    keyword: keywordOf(call),
    sort: call.query.get(sortParam) ?? 'general',
    type: TYPES[call.query.get('noteType') ?? '_0'] ?? 'all',
    age: call.query.get(ageParam) ?? '',
  });
  return takeNumberedPage(found, pageOf(call), PAGE_SIZE, call.faults);
}

const keywordOf = (call: JustoneCall): string => call.query.get('keyword') ?? '';
const pageOf = (call: JustoneCall): number => Number(call.query.get('page') ?? 1);

/** search-note/v2: the app's items. */
export function searchNotesV2(call: JustoneCall): JustoneResult {
  const page = search(call, 'sort', 'noteTime');
  return give({
    items: page.rows.map((note) => ({
      model_type: 'note',
      note: toFlatNote(call.state.site, note, keywordOf(call)),
    })),
    has_more: page.hasMore,
  });
}

/** search-note/v4: flat notes without tokens; `total` counts this page alone (real answers noted by a client, 2026-09). */
export function searchNotesV4(call: JustoneCall): JustoneResult {
  const page = search(call, 'sortType', 'timeFilter');
  return give({
    notes: page.rows.map((note) => toFlatNote(call.state.site, note, keywordOf(call))),
    has_more: page.hasMore,
    total: page.rows.length,
    statistics: {},
    ads: [],
  });
}

/** search-user/v2. */
export function searchUsers(call: JustoneCall): JustoneResult {
  const page = takeNumberedPage(
    findPeople(call.state, keywordOf(call)),
    pageOf(call),
    PAGE_SIZE,
    call.faults,
  );
  return give({
    users: page.rows.map((author) => toFoundUser(call.state.site, author)),
    has_more: page.hasMore,
  });
}

/** get-topic-note-list/v1: as the web page of a topic has it (2024). */
export function getTopicNotes(call: JustoneCall): JustoneResult {
  const topic = call.state.site.world.findTopic(call.query.get('topicId') ?? '');
  if (topic === undefined) return NOT_THERE;
  const ask = { site: call.state.site, faults: call.faults, cursor: call.query.get('cursor') ?? '' };
  const { page, notes } = takeTopicNotes(ask, topic, call.query.get('sort') ?? 'hot');
  return give({
    notes,
    total_note_count: topic.notes.length,
    has_more: page.hasMore,
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  });
}

/** share-url-transfer/v1: where a short link leads. */
export function transferShareUrl(call: JustoneCall): JustoneResult {
  const path = /^https?:\/\/xhslink\.com(\/[^?#]+?)\/?$/.exec(call.query.get('shareUrl') ?? '')?.[1];
  const note = call.state.site.world.notes.find((one) => shortPathOf(one) === path);
  return note === undefined ? NOT_THERE : give({ redirect_url: toSharedUrl(note, call.state.site.tokens) });
}
