import type { CallFaults } from './faults';

export interface PageAsk<Row> {
  readonly list: readonly Row[];
  readonly idOf: (row: Row) => string;
  /** Id of the last row of the page before; empty for the first. */
  readonly cursor: string;
  readonly size: number;
}

export interface RowPage<Row> {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
  /** Id of the last row, or where the page stands; `undefined` when the fault leaves it out. */
  readonly cursor: string | undefined;
  /** The fault holds the cursor where it was. */
  readonly isStuck: boolean;
}

/** The rows after a cursor, with the faults of paging. A cursor that is no row's gives an empty last page. */
export function takePage<Row>(ask: PageAsk<Row>, faults: CallFaults): RowPage<Row> {
  const { list, cursor, size } = ask;
  const at = cursor === '' ? -1 : list.findIndex((row) => ask.idOf(row) === cursor);
  if (cursor !== '' && at === -1) return endPage([], faults, cursor);
  const start = faults.get('duplicateRows') && at >= 0 ? at : at + 1;
  const rows = list.slice(start, at + 1 + size);
  const isStuck = faults.get('repeatedCursor') && cursor !== '';
  const last = rows.at(-1);
  const next = isStuck || last === undefined ? cursor : ask.idOf(last);
  if (!isStuck && at + 1 + size >= list.length) return endPage(rows, faults, next);
  return {
    rows,
    hasMore: faults.get('hasMore') !== 'false-early',
    cursor: faults.get('missingCursor') ? undefined : next,
    isStuck,
  };
}

function endPage<Row>(rows: readonly Row[], faults: CallFaults, cursor: string): RowPage<Row> {
  return {
    rows,
    hasMore: faults.get('hasMore') === 'true-at-end',
    cursor: faults.get('missingCursor') ? undefined : cursor,
    isStuck: false,
  };
}

/** The rows of a numbered page (1 is the first); `noNewIds` gives those of the first over and over. */
export function takeNumberedPage<Row>(
  list: readonly Row[],
  page: number,
  size: number,
  faults: CallFaults,
): RowPage<Row> {
  const shown = faults.get('noNewIds') ? 1 : Math.max(1, page);
  const from = (shown - 1) * size;
  const start = faults.get('duplicateRows') && from > 0 ? from - 1 : from;
  const isEnd = from + size >= list.length;
  return {
    rows: list.slice(start, from + size),
    hasMore: isEnd ? faults.get('hasMore') === 'true-at-end' : faults.get('hasMore') !== 'false-early',
    cursor: undefined,
    isStuck: false,
  };
}
