import * as z from 'zod/mini';
import type { OperationInput } from '../../model/providers/operation';
import { defineEndpoint } from '../provider';
import { appSearchShape, mapAppItems } from '../rows/app/app-lists';
import { appNoteShape, mapAppCard } from '../rows/app/app-note';
import { findNextPage, toPageNumber } from '../rows/next-cursor';
import { flagShape, readShape } from '../rows/read-shape';

type Input = OperationInput<'search.notes'>;

/** Both searches have the same sorts under other names, and no kind for live rooms (public-api of 2026-08). */
const SORTS: Readonly<Record<NonNullable<Input['sort']>, string>> = {
  general: 'general',
  newest: 'time_descending',
  'most-liked': 'popularity_descending',
  'most-commented': 'comment_descending',
  'most-collected': 'collect_descending',
};
const TYPES_V2 = { all: '_0', video: '_1', image: '_2', live: undefined } as const;
const TYPES_V4 = { all: 'ALL', video: 'VIDEO_NOTE', image: 'NORMAL_NOTE', live: undefined } as const;
const TIMES_V4 = { any: 'ALL', day: 'ONE_DAY', week: 'ONE_WEEK', 'half-year': 'HALF_YEAR' } as const;

/** v2 mixes notes with what else a search shows; v4 lists notes (real calls of other clients, 2026-09). */
const notesShape = z.object({ notes: z.array(appNoteShape), has_more: flagShape });

/** Its filter by time lets through what lies outside, as the vendor says: for that there is the other. */
const searchV2 = defineEndpoint('search.notes', {
  path: '/api/xiaohongshu/search-note/v2',
  findGap: ({ type = 'all', time = 'any' }) =>
    TYPES_V2[type] === undefined ? 'type' : time === 'any' ? undefined : 'time',
  toQuery: ({ keyword, sort, type, cursor }) => ({
    keyword,
    page: toPageNumber(cursor),
    sort: sort && SORTS[sort],
    noteType: type && TYPES_V2[type],
  }),
  read: (payload, input) => {
    const { items, has_more: hasMore } = readShape(appSearchShape, payload);
    const wayOn = findNextPage({ hasMore, rows: items.length, asked: input.cursor });
    return { notes: mapAppItems(items), ...wayOn };
  },
});

const searchV4 = defineEndpoint('search.notes', {
  path: '/api/xiaohongshu/search-note/v4',
  findGap: ({ type = 'all' }) => (TYPES_V4[type] === undefined ? 'type' : undefined),
  toQuery: ({ keyword, sort, type, time, cursor }) => ({
    keyword,
    page: toPageNumber(cursor),
    sortType: sort && SORTS[sort],
    noteType: type && TYPES_V4[type],
    timeFilter: time && TIMES_V4[time],
  }),
  read: (payload, input) => {
    const { notes, has_more: hasMore } = readShape(notesShape, payload);
    const wayOn = findNextPage({ hasMore, rows: notes.length, asked: input.cursor });
    return { notes: notes.map(mapAppCard), ...wayOn };
  },
});

export const searchNotes = [searchV2, searchV4];
