import type { SiteHost } from '../../model/note';
import { AppError } from '../../model/errors';
import { mapItems } from '../rows/card-row';
import { mapProfile, profileShape } from '../rows/profile-row';
import { ID_PATTERN, readShape } from '../rows/read-shape';
import type { Sightings } from '../sightings';
import { findStateViewer } from './note-state';
import { findIn, unwrap } from './unwrap';

function readList(raw: unknown, place: string): readonly unknown[] {
  const list = unwrap(raw);
  if (!Array.isArray(list))
    throw new AppError('page-changed', { details: { endpoint: 'state', missing: place } });
  return list;
}

const findWord = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** The explore page's notes: `feed.feeds`, under the channel that is in front (saved state, 2024-11). */
export function parseFeedState(state: unknown, host?: SiteHost): Sightings {
  const notes = mapItems(readList(findIn(state, 'feed', 'feeds'), 'feed.feeds'), 'feed.feeds', host);
  const key = findWord(findIn(state, 'feed', 'currentChannel'));
  const listing = key && { kind: 'feeds' as const, key, noteIds: notes.map((note) => note.noteId) };
  return { notes, ...(listing ? { listing } : {}), viewer: findStateViewer(state) };
}

/** The search page's notes: `search.feeds`, under the keyword of `search.searchContext` (hydrated state, 2025-11). */
export function parseSearchState(state: unknown, host?: SiteHost): Sightings {
  const notes = mapItems(readList(findIn(state, 'search', 'feeds'), 'search.feeds'), 'search.feeds', host);
  const key = findWord(findIn(state, 'search', 'searchContext', 'keyword'));
  const listing = key && { kind: 'searches' as const, key, noteIds: notes.map((note) => note.noteId) };
  return { notes, ...(listing ? { listing } : {}), viewer: findStateViewer(state) };
}

/** The tab in front: its place among the lists and its word (`note`, `fav`, `liked`). */
function findTab(state: unknown): { index: number; word: string } | undefined {
  const index = findIn(state, 'user', 'activeTab', 'index');
  const word = findWord(findIn(state, 'user', 'activeTab', 'query'));
  return typeof index === 'number' && word !== undefined ? { index, word } : undefined;
}

/**
 * A profile page: the profile and the notes of the tab in front (saved state, 2024-11). The state does not say whose
 * page it is; `userId` comes from the address. An empty profile (not loaded, not to be had) gives no author.
 */
export function parseAuthorState(state: unknown, userId: string, host?: SiteHost): Sightings {
  const lists = readList(findIn(state, 'user', 'notes'), 'user.notes');
  const tab = findTab(state);
  const list: unknown = tab && lists[tab.index];
  const notes = Array.isArray(list) ? mapItems(list, 'user.notes', host) : [];
  const profile = unwrap(findIn(state, 'user', 'userPageData'));
  const isThere = typeof profile === 'object' && profile !== null && Object.keys(profile).length > 0;
  const isKnown = ID_PATTERN.test(userId);
  const listing = isKnown && tab && { kind: 'authors' as const, key: `${userId}:${tab.word}` };
  return {
    notes,
    ...(isThere && isKnown
      ? { authors: [mapProfile(readShape(profileShape, profile, 'user.userPageData'), userId)] }
      : {}),
    ...(listing ? { listing: { ...listing, noteIds: notes.map((note) => note.noteId) } } : {}),
    viewer: findStateViewer(state),
  };
}
