import type { WorldNote } from '../../world/types';
import { toFeedItemBody, toNoteBody, toPostedNoteBody, toSearchItemBody } from '../bodies/note';
import {
  type ApiCall,
  type ApiResult,
  type Endpoint,
  findLoginRefusal,
  findNote,
  findNoteByToken,
  succeed,
  textOf,
} from './api-call';
import { applySearchFilters } from './search-filters';

const FEED_SIZE = 21;
const SEARCH_SIZE = 20;
const PROFILE_SIZE = 30;

/** POST v1/feed: one note in full. */
export const showNote: Endpoint = (call) => {
  const noteId = textOf(call.input['source_note_id']);
  const found = findNoteByToken(call, noteId, textOf(call.input['xsec_token']));
  if ('refusal' in found) return found.refusal;
  return succeed({
    cursor_score: '',
    items: [{ id: noteId, model_type: 'note', note_card: toNoteBody(call.state, call.viewer, found.note) }],
    current_time: Date.now(),
  });
};

export function findPublicNotes(call: Pick<ApiCall, 'state'>): readonly WorldNote[] {
  return call.state.world.notes.filter((note) => note.standing === 'public');
}

/** POST v1/homefeed and homefeed/initial_load: the next notes after `note_index`, over and over. */
export const listFeed: Endpoint = (call) => {
  const notes = findPublicNotes(call);
  const start = Number(call.input['note_index'] ?? 0) || 0;
  const size = Math.min(FEED_SIZE, notes.length);
  const items = Array.from({ length: size }, (_, index) => notes[(start + index) % notes.length])
    .filter((note) => note !== undefined)
    .map((note) => toFeedItemBody(call.state, call.viewer, note));
  return succeed({ cursor_score: `${(1.7655 + start / 1e6).toFixed(10)}E9`, items });
};

/** POST search/notes: title, text, topics or author hold the keyword; the last item is a row of related searches. */
export const searchNotes: Endpoint = (call) => {
  const login = findLoginRefusal(call);
  if (login !== undefined) return login;
  const keyword = textOf(call.input['keyword']);
  const found = findPublicNotes(call).filter((note) => matches(note, keyword));
  const hits = applySearchFilters(found, call);
  const start = ((Number(call.input['page'] ?? 1) || 1) - 1) * SEARCH_SIZE;
  const items = hits
    .slice(start, start + SEARCH_SIZE)
    .map((note) => toSearchItemBody(call.state, call.viewer, note));
  const related = {
    id: `rec_query_${String(start)}`,
    model_type: 'rec_query',
    rec_query: {
      title: '相关搜索',
      source: 1,
      word_request_id: `word#${String(start)}`,
      queries: [
        { id: `${keyword}推荐`, name: `${keyword}推荐`, search_word: `${keyword}推荐` },
        { id: `${keyword}教程`, name: `${keyword}教程`, search_word: `${keyword}教程` },
      ],
    },
  };
  return succeed({
    has_more: start + SEARCH_SIZE < hits.length,
    items: items.length === 0 ? [] : [...items, related],
  });
};

function matches(note: WorldNote, keyword: string): boolean {
  return [note.title, note.desc, note.author.nickname, ...note.tags.map((tag) => tag.name)].some((text) =>
    text.includes(keyword),
  );
}

/** GET v1/user_posted: a person's notes, newest first, 30 at a time. */
export const listPosted: Endpoint = (call) => {
  const userId = call.query.get('user_id') ?? '';
  return listForProfile(call, (note) => note.author.userId === userId, 'pc_user');
};

/** GET v2/note/collect/page and v1/note/like/page: only one's own are shown. */
export function createOwnList(what: 'collectedNotes' | 'likedNotes', source: string): Endpoint {
  return (call) => {
    const isOwn = call.query.get('user_id') === call.viewer.userId;
    return listForProfile(call, (note) => isOwn && call.session[what].has(note.noteId), source);
  };
}

function listForProfile(call: ApiCall, belongs: (note: WorldNote) => boolean, source: string): ApiResult {
  const notes = findPublicNotes(call)
    .filter(belongs)
    .sort((a, b) => b.time - a.time);
  const cursor = call.query.get('cursor') ?? '';
  const start = cursor === '' ? 0 : notes.findIndex((note) => note.noteId === cursor) + 1;
  const size = Number(call.query.get('num') ?? PROFILE_SIZE) || PROFILE_SIZE;
  const page = notes.slice(start, start + size);
  return succeed({
    notes: page.map((note) => toPostedNoteBody(call.state, call.viewer, note, source)),
    cursor: page.at(-1)?.noteId ?? '',
    has_more: start + size < notes.length,
  });
}

/** POST note/like and note/dislike {note_oid}. */
export function createNoteLike(isLike: boolean): Endpoint {
  return (call) => {
    const refusal = findLoginRefusal(call);
    if (refusal !== undefined) return refusal;
    const found = findNote(call, textOf(call.input['note_oid']));
    if ('refusal' in found) return found.refusal;
    const isNew = !call.session.likedNotes.has(found.note.noteId);
    if (isLike) call.session.likedNotes.add(found.note.noteId);
    else call.session.likedNotes.delete(found.note.noteId);
    return succeed(isLike ? { new_like: isNew } : {});
  };
}

/** POST note/collect {note_id}. */
export const collectNote: Endpoint = (call) => {
  const refusal = findLoginRefusal(call);
  if (refusal !== undefined) return refusal;
  const found = findNote(call, textOf(call.input['note_id']));
  if ('refusal' in found) return found.refusal;
  call.session.collectedNotes.add(found.note.noteId);
  return succeed({});
};

/** POST note/uncollect {note_ids}: one text, ids joined by commas. */
export const uncollectNotes: Endpoint = (call) => {
  const refusal = findLoginRefusal(call);
  if (refusal !== undefined) return refusal;
  for (const noteId of textOf(call.input['note_ids']).split(',')) call.session.collectedNotes.delete(noteId);
  return succeed({});
};
