import { parseBody, toRecord } from './parse-body';

/**
 * Where a list goes on, from what its page says; `undefined` where it ends: nothing more is promised, the page was empty,
 * the cursor is missing or the one that was asked with. `has_more` alone is not enough, and a cursor that is JSON text
 * (`{"cursor","index","pageArea"}`) may come without a position in it (TikHub Web comments, real call, 2026-02).
 */
export function findNextCursor(page: {
  readonly cursor: string | number | null | undefined;
  readonly hasMore: boolean | null | undefined;
  readonly rows: number;
  readonly asked: string | undefined;
}): string | undefined {
  if (page.hasMore === false || page.rows === 0 || page.cursor == null) return undefined;
  const cursor = String(page.cursor);
  if (cursor === '' || cursor === page.asked) return undefined;
  const position = cursor.startsWith('{') ? toRecord(parseBody(cursor))?.['cursor'] : cursor;
  return position === undefined || position === '' || position === null ? undefined : cursor;
}

/** Page numbers as cursors: the next page where this one had rows and more are not denied. */
export function findNextPage(page: {
  readonly hasMore: boolean | null | undefined;
  readonly rows: number;
  readonly asked: string | undefined;
}): string | undefined {
  if (page.hasMore === false || page.rows === 0) return undefined;
  return String(toPageNumber(page.asked) + 1);
}

/** The page a cursor stands for; without one, the first. */
export function toPageNumber(cursor: string | undefined): number {
  const page = Number(cursor ?? '1');
  return Number.isSafeInteger(page) && page > 0 ? page : 1;
}
