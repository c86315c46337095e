import * as z from 'zod/mini';
import type { PageRef } from '../../model/page-ref';
import { mapCards, mapItems } from '../rows/card-row';
import { ID_PATTERN } from '../rows/read-shape';
import { parsePageRef } from '../routes';
import type { Sightings } from '../sightings';
import type { Asked, Endpoint } from './define-endpoint';
import { defineEndpoint, findText } from './define-endpoint';

const itemsShape = z.object({ items: z.array(z.unknown()) });
const cardsShape = z.object({ notes: z.array(z.unknown()) });

function toListing(
  kind: NonNullable<Sightings['listing']>['kind'],
  key: string | undefined,
  notes: NonNullable<Sightings['notes']>,
): Sightings {
  if (key === undefined) return { notes };
  return { notes, listing: { kind, key, noteIds: notes.map((note) => note.noteId) } };
}

function findPage<K extends PageRef['kind']>(
  asked: Asked,
  kind: K,
): Extract<PageRef, { kind: K }> | undefined {
  const ref = parsePageRef(asked.pageUrl);
  return ref?.kind === kind ? (ref as Extract<PageRef, { kind: K }>) : undefined;
}

/** POST v1/homefeed: what the explore page shows of a channel (saved body 2025-05). */
export const homefeed = defineEndpoint({
  id: 'homefeed',
  kind: 'feeds',
  path: /^v\d\/homefeed(?:\/initial_load)?$/,
  shape: itemsShape,
  map: (row, asked) => {
    const channel = findText(asked, 'category') ?? findPage(asked, 'feed')?.channel;
    return { sightings: toListing('feeds', channel, mapItems(row.items, 'homefeed.items', asked.host)) };
  },
});

/**
 * POST search/notes, `v1` on the API's host and `v2` on a host of its own (saved body 2024; seen live 2026-07). The list
 * may be missing where nothing was found; `has_more` never is.
 */
export const searchNotes = defineEndpoint({
  id: 'search-notes',
  kind: 'searches',
  path: /^v\d\/search\/notes$/,
  shape: z.object({ items: z.nullish(z.array(z.unknown())), hasMore: z.boolean() }),
  map: (row, asked) => {
    const page = findPage(asked, 'search') ?? findPage(asked, 'topic');
    const keyword = findText(asked, 'keyword') ?? page?.keyword;
    return {
      sightings: toListing('searches', keyword, mapItems(row.items ?? [], 'search-notes.items', asked.host)),
    };
  },
});

/** A profile's lists; the address says whose (site bundle 6.12.1, 2026-05). */
const PROFILE_LISTS: readonly (readonly [id: string, path: RegExp, tab: string])[] = [
  ['user-posted', /^v\d\/user_posted$/, 'note'],
  ['collect-page', /^v\d\/note\/collect\/page$/, 'fav'],
  ['like-page', /^v\d\/note\/like\/page$/, 'liked'],
];

/** GET user_posted, note/collect/page and note/like/page: the notes of a profile's tab, keyed `<user id>:<tab>`. */
export const profileLists: readonly Endpoint[] = PROFILE_LISTS.map(([id, path, tab]) =>
  defineEndpoint({
    id,
    kind: 'authors',
    path,
    shape: cardsShape,
    map: (row, asked) => {
      const userId = asked.query.get('user_id');
      const key = userId !== null && ID_PATTERN.test(userId) ? `${userId}:${tab}` : undefined;
      return { sightings: toListing('authors', key, mapCards(row.notes, `${id}.notes`, asked.host)) };
    },
  }),
);
