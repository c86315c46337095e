import type { Note } from '../../../model/note';
import type { StoredListing } from '../../../model/records';
import type { StoredDatabase } from '../../database';
import { toPrefixRange } from '../../comment-range';

/** What is kept of a list of notes. */
export interface KeptNotes {
  /** How many of its notes are kept now. */
  readonly count: number;
  /** A few of them, those first that the page showed last. */
  readonly newest: readonly Note[];
}

/**
 * A list as pages showed it: a feed's channel, a search. Without a key the list of that kind that was seen last.
 * `undefined` when the list was never kept; at most `limit` notes.
 */
export async function findListing(
  database: StoredDatabase,
  wanted: { readonly kind: StoredListing['kind']; readonly key?: string | undefined; readonly limit: number },
): Promise<KeptNotes | undefined> {
  const { kind, key, limit } = wanted;
  const listing =
    key === undefined
      ? findLastSeen(await database.getAll('listings', toPrefixRange(kind)))
      : await database.get('listings', [kind, key]);
  if (!listing) return undefined;
  const { store } = database.transaction('notes');
  const known = await Promise.all(listing.noteIds.map((noteId) => store.getKey(noteId)));
  const kept = known.filter((noteId) => noteId !== undefined);
  const newest = await Promise.all(kept.slice(0, limit).map((noteId) => store.get(noteId)));
  return { count: kept.length, newest: newest.filter((note) => note !== undefined) };
}

function findLastSeen(listings: readonly StoredListing[]): StoredListing | undefined {
  return [...listings].sort((a, b) => b.lastSeenAt - a.lastSeenAt)[0];
}
