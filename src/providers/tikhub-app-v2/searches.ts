import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { appPersonCardShape, mapAppPersonCard } from '../rows/app/app-author';
import { appSearchShape, mapAppItems } from '../rows/app/app-lists';
import type { WayOn } from '../../model/providers/operation-output';
import { readCursor, writeCursor } from '../rows/json-cursor';
import { toBreak } from '../rows/next-cursor';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';
import type { TikhubPayload } from '../tikhub/envelope';
import { toSearchFilters } from '../tikhub/search-filters';

/** A search goes on under the ids that its first page was given. */
const stateShape = z.object({
  page: z.number(),
  searchId: z.optional(z.string()),
  sessionId: z.optional(z.string()),
});
type State = z.infer<typeof stateShape>;

const readState = (cursor: string | undefined): State =>
  cursor === undefined ? { page: 1 } : readCursor(stateShape, cursor);

const idIn = (beside: TikhubPayload['beside'], key: string): string | undefined => {
  const id = beside[key];
  return typeof id === 'string' && id !== '' ? id : undefined;
};

/**
 * The next page's state, from what stands beside the payload (real call, 2026-08). The vendor hardly ever says whether a
 * search has ended: it has when a page is empty or names a next one that is not further on. That a page has no new ids is
 * for the caller to see.
 */
function findNext(
  asked: State,
  beside: TikhubPayload['beside'],
  { rows, hasMore }: { readonly rows: number; readonly hasMore: boolean | null | undefined },
): WayOn {
  const next = Number(beside['next_page'] ?? asked.page + 1);
  if (hasMore === false) return {};
  if (rows === 0) return toBreak(hasMore, 'empty-page');
  if (!Number.isSafeInteger(next)) return toBreak(hasMore, 'no-cursor');
  if (next <= asked.page) return toBreak(hasMore, 'repeated-cursor');
  const searchId = idIn(beside, 'search_id') ?? asked.searchId;
  const sessionId = idIn(beside, 'search_session_id') ?? asked.sessionId;
  return { nextCursor: writeCursor({ page: next, ...omitUndefined({ searchId, sessionId }) }) };
}

const notes = defineTikhubEndpoint({
  operation: 'search.notes',
  path: '/api/v1/xiaohongshu/app_v2/search_notes',
  toQuery: (input) => {
    const { page, searchId, sessionId } = readState(input.cursor);
    const { sort, type, time } = toSearchFilters(input);
    return {
      keyword: input.keyword,
      page,
      sort_type: sort,
      note_type: type,
      time_filter: time,
      search_id: searchId,
      search_session_id: sessionId,
    };
  },
  shape: appSearchShape,
  map: ({ items, has_more }, { cursor }, { beside }) => {
    const wayOn = findNext(readState(cursor), beside, { rows: items.length, hasMore: has_more });
    return { notes: mapAppItems(items), ...wayOn };
  },
});

/** Where the id of a search of people stands is not documented; beside the payload is where that of notes does. */
const people = defineTikhubEndpoint({
  operation: 'search.authors',
  path: '/api/v1/xiaohongshu/app_v2/search_users',
  toQuery: ({ keyword, cursor }) => {
    const { page, searchId } = readState(cursor);
    return { keyword, page, search_id: searchId };
  },
  shape: z.object({
    users: z.array(appPersonCardShape),
    search_id: z.nullish(z.string()),
    has_more: z.nullish(z.boolean()),
  }),
  map: ({ users, search_id, has_more }, { cursor }, { beside }) => {
    const around = search_id ? { search_id, ...beside } : beside;
    const wayOn = findNext(readState(cursor), around, { rows: users.length, hasMore: has_more });
    return { authors: users.flatMap(mapAppPersonCard), ...wayOn };
  },
});

export const searchNotes = [notes] as const;
export const searchAuthors = [people] as const;
