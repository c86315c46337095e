import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import type { PageBreak } from '../../model/providers/operation-output';
import { appCommentsShape, mapAppComments } from '../rows/app-comments';
import { readCursor, readPlace, writeCursor } from '../rows/json-cursor';
import { toBreak } from '../rows/next-cursor';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';
import { findNoteGap, toNoteQuery } from '../tikhub/named-by';

/** `default` loses and repeats comments from page to page (TikHub OpenAPI V5.3.2, 2026-03), so it is sent only when asked for. */
const SORTS = { default: 'default', latest: 'latest_v2', 'most-liked': 'like_count' } as const;

/** Where a list goes on. `area` is `UNFOLDED`, `FOLDED`, or a word of the vendor's (`ALL` has been seen). */
const placeShape = z.object({
  cursor: z.optional(z.string()),
  index: z.optional(z.number()),
  area: z.string(),
});
type Place = z.infer<typeof placeShape>;

const START: Place = { index: 0, area: 'UNFOLDED' };
const FOLDED_START: Place = { index: 0, area: 'FOLDED' };

const readPlaceOf = (cursor: string | undefined): Place =>
  cursor === undefined ? START : readCursor(placeShape, cursor);

type Page = z.infer<typeof appCommentsShape>;

interface Next {
  readonly place?: Place;
  readonly brokenOff?: PageBreak;
}

/**
 * The place behind this page: in the same area, else the start of the folded comments, else none. An area ends when the
 * vendor denies more, gives no rows, or a place that is none or the one asked with; where more is promised all the same,
 * that is why it is broken off. It does not go back from the folded ones, whatever the cursor names. A note without any
 * comment has no folded ones either.
 */
function findNext(page: Page, asked: Place): Next {
  const { cursor, index, pageArea } = readPlace(page.cursor);
  const hasMoved = cursor !== asked.cursor || (index !== undefined && index !== asked.index);
  const rows = page.comments.length;
  if (page.has_more !== false && rows > 0 && cursor !== undefined && hasMoved) {
    const area = asked.area === 'FOLDED' ? asked.area : (pageArea ?? asked.area);
    return { place: { cursor, area, ...omitUndefined({ index }) } };
  }
  const why = rows === 0 ? 'empty-page' : cursor === undefined ? 'no-cursor' : 'repeated-cursor';
  const hasNone = rows === 0 && page.comment_count === 0;
  const isLast = asked.area === 'FOLDED' || hasNone;
  return { ...toBreak(page.has_more, why), ...(isLast ? {} : { place: FOLDED_START }) };
}

/**
 * The comments that are not folded, then the folded ones, each row flagged. In an area that is neither (`ALL`) rows count
 * as not folded; those that are come again in the folded list. That a page has nothing new (`has_more` may stay true) is
 * for the caller to see, who knows all rows: it goes on with the folded ones then, which `nextArea` leads to.
 */
const comments = defineTikhubEndpoint({
  operation: 'note.comments',
  path: '/api/v1/xiaohongshu/app_v2/get_note_comments',
  findGap: findNoteGap,
  toQuery: (input) => {
    const { sort = 'latest', cursor } = input;
    const place = readPlaceOf(cursor);
    return {
      ...toNoteQuery(input),
      cursor: place.cursor,
      index: place.index,
      pageArea: place.area,
      sort_strategy: SORTS[sort],
    };
  },
  shape: appCommentsShape,
  map: (page, { noteId, cursor }) => {
    const asked = readPlaceOf(cursor);
    const { place, ...broken } = findNext(page, asked);
    const hasNextArea = place !== undefined && asked.area !== 'FOLDED';
    return {
      ...mapAppComments(page, { noteId, folded: asked.area === 'FOLDED' }),
      ...broken,
      ...(place ? { nextCursor: writeCursor(place) } : {}),
      ...(hasNextArea ? { nextArea: writeCursor(FOLDED_START) } : {}),
    };
  },
});

export const noteComments = [comments] as const;
