import { createHash } from 'node:crypto';
import type { WorldAuthor, WorldNote } from '../world/types';
import type { ProviderState } from './provider-state';

const DAY_MS = 86_400_000;

/** How old a note may be, by the names of all vendors; a name that is not here means any age. */
const MAX_AGE_MS: Readonly<Record<string, number>> = {
  一天内: DAY_MS,
  一周内: 7 * DAY_MS,
  半年内: 183 * DAY_MS,
  ONE_DAY: DAY_MS,
  ONE_WEEK: 7 * DAY_MS,
  HALF_YEAR: 183 * DAY_MS,
};

/** `general` and `english_preferred` keep the order. */
const SORT_KEYS: Readonly<Record<string, (note: WorldNote) => number>> = {
  time_descending: (note) => note.time,
  popularity_descending: (note) => note.likedCount,
  comment_descending: (note) => note.commentCount,
  collect_descending: (note) => note.collectedCount,
};

export interface NoteSearch {
  readonly keyword: string;
  readonly sort: string;
  readonly type: 'all' | 'video' | 'normal' | 'none';
  readonly age: string;
}

/** Public notes whose title, text, topics or author hold the keyword. */
export function findNotes(state: ProviderState, search: NoteSearch): readonly WorldNote[] {
  const { world } = state.site;
  const maxAge = MAX_AGE_MS[search.age];
  const found = world.notes.filter(
    (note) =>
      note.standing === 'public' &&
      search.type !== 'none' &&
      (search.type === 'all' || note.type === search.type) &&
      (maxAge === undefined || Date.now() - note.time < maxAge) &&
      [note.title, note.desc, note.author.nickname, ...note.tags.map((tag) => tag.name)].some((text) =>
        text.includes(search.keyword),
      ),
  );
  const keyOf = SORT_KEYS[search.sort];
  return keyOf === undefined ? found : found.toSorted((a, b) => keyOf(b) - keyOf(a));
}

/** People whose name or red id holds the keyword. */
export function findPeople(state: ProviderState, keyword: string): readonly WorldAuthor[] {
  return state.site.world.authors.filter(
    (author) => author.nickname.includes(keyword) || author.redId === keyword,
  );
}

export interface SearchSession {
  readonly searchId: string;
  readonly sessionId: string;
  /** 1 where the call does not go on with a search that is under way. */
  readonly page: number;
}

/**
 * The search that a call goes on with. A later page asked for without the id of its search is the first page of a new
 * one, so that who forgets it finds nothing new.
 */
export function continueSearch(
  state: ProviderState,
  asked: { readonly about: string; readonly page: number; readonly searchId: string },
): SearchSession {
  const isKnown = state.searches.get(asked.searchId) === asked.about;
  const searchId = isKnown ? asked.searchId : makeId(`${asked.about} ${String(state.searches.size)}`);
  state.searches.set(searchId, asked.about);
  return { searchId, sessionId: makeId(searchId), page: isKnown ? asked.page : 1 };
}

function makeId(text: string): string {
  return createHash('sha256').update(`search ${text}`).digest('hex').slice(0, 21);
}
