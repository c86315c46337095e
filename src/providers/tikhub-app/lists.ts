import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { appProfileShape, mapAppProfile } from '../rows/app/app-author';
import { appNotesShape, appSearchShape, mapAppItems, mapAppNotes } from '../rows/app/app-lists';
import { readCursor, writeCursor } from '../rows/json-cursor';
import { findMissingUserId } from '../rows/missing-id';
import { findNextPage } from '../rows/next-cursor';
import { textShape } from '../rows/read-shape';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';
import { toSearchFilters } from '../tikhub/search-filters';
import { mapTopicNotes, toTopicQuery, topicNotesShape } from '../tikhub/topic-notes';

const profile = defineTikhubEndpoint({
  operation: 'author.profile',
  path: '/api/v1/xiaohongshu/app/get_user_info',
  findGap: findMissingUserId,
  toQuery: ({ userId }) => ({ user_id: userId }),
  shape: appProfileShape,
  map: (row, { userId }) => mapAppProfile(row, userId),
});

const posted = defineTikhubEndpoint({
  operation: 'author.notes',
  path: '/api/v1/xiaohongshu/app/get_user_notes',
  findGap: findMissingUserId,
  toQuery: ({ userId, cursor }) => ({ user_id: userId, cursor }),
  shape: appNotesShape,
  map: (page, { cursor }) => mapAppNotes(page, cursor),
});

const stateShape = z.object({
  page: z.number(),
  searchId: z.optional(z.string()),
  sessionId: z.optional(z.string()),
});

const readState = (cursor: string | undefined): z.infer<typeof stateShape> =>
  cursor === undefined ? { page: 1 } : readCursor(stateShape, cursor);

const besideShape = z.object({ searchId: textShape, sessionId: textShape });

/**
 * Goes on under the ids of its first page, which clients read beside the items and in them; it has no filter for live
 * notes (TikHub OpenAPI V5.3.2, 2026-03; public clients, 2026).
 */
const search = defineTikhubEndpoint({
  operation: 'search.notes',
  path: '/api/v1/xiaohongshu/app/search_notes',
  findGap: ({ type }) => (type === 'live' ? 'type' : undefined),
  toQuery: (input) => {
    const { page, searchId, sessionId } = readState(input.cursor);
    const { sort, type, time } = toSearchFilters(input);
    return {
      keyword: input.keyword,
      page,
      search_id: searchId,
      session_id: sessionId,
      sort_type: sort,
      filter_note_type: type,
      filter_note_time: time,
    };
  },
  shape: z.extend(appSearchShape, { searchId: textShape, sessionId: textShape }),
  map: (row, { cursor }, { beside }) => {
    const asked = readState(cursor);
    const around = z.safeParse(besideShape, beside).data;
    const searchId = around?.searchId || row.searchId || asked.searchId;
    const sessionId = around?.sessionId || row.sessionId || asked.sessionId;
    const next = { page: asked.page + 1, ...omitUndefined({ searchId, sessionId }) };
    const { nextCursor, ...wayOn } = findNextPage({
      hasMore: row.has_more,
      rows: row.items.length,
      asked: String(asked.page),
    });
    const goesOn = nextCursor === undefined ? {} : { nextCursor: writeCursor(next) };
    return { notes: mapAppItems(row.items), ...wayOn, ...goesOn };
  },
});

const TOPIC_SORTS = { hot: 'hot', newest: 'time', trend: 'trend' } as const;

/** Wants the moment of the first page's asking, and the same one again for all others. */
const topic = defineTikhubEndpoint({
  operation: 'topic.notes',
  path: '/api/v1/xiaohongshu/app/get_topic_notes',
  toQuery: ({ topicId, sort = 'trend', cursor }, now) =>
    toTopicQuery(topicId, TOPIC_SORTS[sort], cursor, String(now)),
  shape: topicNotesShape,
  map: (row, { cursor }, { asked }) => mapTopicNotes(row, cursor, asked),
});

export const authorProfile = [profile] as const;
export const authorNotes = [posted] as const;
export const searchNotes = [search] as const;
export const topicNotes = [topic] as const;
