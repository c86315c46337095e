import * as z from 'zod/mini';
import type { OperationInput } from '../../model/providers/operation';
import { ProviderError } from '../../model/providers/provider-error';
import { findMissingUserId } from '../rows/missing-id';
import { findNextCursor, findNextPage, toPageNumber } from '../rows/next-cursor';
import { flagShape, textShape } from '../rows/read-shape';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';
import { mapCard, mapNote, noteCardShape } from './note-card';

const itemShape = z.object({
  id: textShape,
  modelType: textShape,
  noteCard: z.nullish(noteCardShape),
  xsecToken: textShape,
});

/** The token is asked for by the vendor's guide (2026-05); without it the answer would be charged and empty. */
export const noteDetail = defineTikhubEndpoint({
  operation: 'note.detail',
  path: '/api/v1/xiaohongshu/web_v3/fetch_note_detail',
  findGap: ({ noteId, xsecToken }) => (!noteId ? 'note-id' : xsecToken ? undefined : 'xsec-token'),
  toQuery: ({ noteId, xsecToken }) => ({ note_id: noteId, xsec_token: xsecToken }),
  shape: z.object({ items: z.array(itemShape) }),
  map: ({ items }, { noteId }) => {
    const item = items[0];
    if (!item) throw new ProviderError('not-found', { reason: 'empty' });
    if (!item.noteCard) throw new ProviderError('invalid-response', { reason: 'items.0.noteCard' });
    const told = item.noteCard.noteId || item.id;
    if (!told) throw new ProviderError('invalid-response', { reason: 'items.0.noteCard.noteId' });
    if (told !== noteId) throw new ProviderError('invalid-response', { reason: 'wrong-note' });
    return { note: mapNote(item.noteCard, told) };
  },
});

/** Most it gives in one page (TikHub OpenAPI V5.3.2, 2026-03). */
const NOTES_A_PAGE = 30;

export const authorNotes = defineTikhubEndpoint({
  operation: 'author.notes',
  path: '/api/v1/xiaohongshu/web_v3/fetch_user_notes',
  findGap: findMissingUserId,
  toQuery: ({ userId, cursor }) => ({ user_id: userId, cursor, num: NOTES_A_PAGE }),
  shape: z.object({ notes: z.array(noteCardShape), cursor: textShape, hasMore: flagShape }),
  map: ({ notes, cursor, hasMore }, input) => ({
    notes: notes.map((row, index) => mapCard(row, getId(row.noteId, `notes.${String(index)}.noteId`), null)),
    ...findNextCursor({ cursor, hasMore, rows: notes.length, asked: input.cursor }),
  }),
});

function getId(id: string | null | undefined, place: string): string {
  if (!id) throw new ProviderError('invalid-response', { reason: place });
  return id;
}

/** Its own words for sorts and kinds; what is not here it cannot express (TikHub OpenAPI V5.3.2, 2026-03). */
const SORTS: Partial<Record<NonNullable<OperationInput<'search.notes'>['sort']>, string>> = {
  general: 'general',
  newest: 'time_descending',
  'most-liked': 'popularity_descending',
};
const TYPES: Partial<Record<NonNullable<OperationInput<'search.notes'>['type']>, number>> = {
  all: 0,
  image: 1,
  video: 2,
};

export const searchNotes = defineTikhubEndpoint({
  operation: 'search.notes',
  path: '/api/v1/xiaohongshu/web_v3/fetch_search_notes',
  findGap: ({ sort = 'general', type = 'all', time = 'any' }) => {
    if (SORTS[sort] === undefined) return 'sort';
    if (TYPES[type] === undefined) return 'type';
    return time === 'any' ? undefined : 'time';
  },
  toQuery: ({ keyword, sort, type, cursor }) => ({
    keyword,
    page: toPageNumber(cursor),
    sort: sort && SORTS[sort],
    note_type: type && TYPES[type],
  }),
  shape: z.object({ items: z.array(itemShape), hasMore: flagShape }),
  map: ({ items, hasMore }, { cursor }) => ({
    // Beside notes there are related searches and advertisements, which have no card.
    notes: items.flatMap(({ id, modelType, noteCard, xsecToken }, index) =>
      noteCard && (modelType == null || modelType === 'note')
        ? [mapCard(noteCard, getId(id || noteCard.noteId, `items.${String(index)}.id`), xsecToken)]
        : [],
    ),
    ...findNextPage({ hasMore, rows: items.length, asked: cursor }),
  }),
});
