import type { PageBreak, WayOn } from '../../model/providers/operation-output';
import { parseBody, toRecord } from './parse-body';

/**
 * Where a list goes on, from what its page says. It ends where nothing more is promised, the page was empty, the cursor
 * is missing or the one that was asked with; where more is promised all the same, it is broken off, and that is why.
 * `has_more` alone is not enough, and a cursor that is JSON text (`{"cursor","index","pageArea"}`) may come without a
 * position in it (TikHub Web comments, real call, 2026-02).
 */
export function findNextCursor(page: {
  readonly cursor: string | number | null | undefined;
  readonly hasMore: boolean | null | undefined;
  readonly rows: number;
  readonly asked: string | undefined;
}): WayOn {
  if (page.hasMore === false) return {};
  if (page.rows === 0) return toBreak(page.hasMore, 'empty-page');
  const cursor = page.cursor == null ? '' : String(page.cursor);
  if (!hasPosition(cursor)) return toBreak(page.hasMore, 'no-cursor');
  return cursor === page.asked ? toBreak(page.hasMore, 'repeated-cursor') : { nextCursor: cursor };
}

function hasPosition(cursor: string): boolean {
  const position = cursor.startsWith('{') ? toRecord(parseBody(cursor))?.['cursor'] : cursor;
  return position !== undefined && position !== '' && position !== null;
}

/** The end of a list, or, where its source says that more follow, what stands in the way to them. */
export const toBreak = (hasMore: boolean | null | undefined, brokenOff: PageBreak): WayOn =>
  hasMore === true ? { brokenOff } : {};

/** Page numbers as cursors: the next page where this one had rows and more are not denied. */
export function findNextPage(page: {
  readonly hasMore: boolean | null | undefined;
  readonly rows: number;
  readonly asked: string | undefined;
}): WayOn {
  if (page.hasMore === false) return {};
  if (page.rows === 0) return toBreak(page.hasMore, 'empty-page');
  return { nextCursor: String(toPageNumber(page.asked) + 1) };
}

/** The page a cursor stands for; without one, the first. */
export function toPageNumber(cursor: string | undefined): number {
  const page = Number(cursor ?? '1');
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
