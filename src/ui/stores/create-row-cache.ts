import { signal } from '@preact/signals';

/** Rows that are fetched together. */
export const ROWS_TOGETHER = 60;
/** Pages kept around the ones on screen; the one not used for longest is dropped. */
const KEPT_PAGES = 12;

export interface RowCache<Row> {
  /** The row at this place as far as it is here; reading it subscribes to its coming. */
  rowAt(index: number): Row | undefined;
  /** Where the row of this id stands among those that are here. */
  placeOf(id: string): number | undefined;
  /** Has the row's page fetched when it is missing or of an older version; resolves when it is here, or has failed. */
  need(index: number, version: number): Promise<void>;
  clear(): void;
}

/** Pages of one version that are on their way. */
interface Arrival<Row> {
  readonly version: number;
  readonly pages: Map<number, readonly Row[]>;
  waiting: number;
}

/**
 * The rows on screen and a little around them, all of one version: rows of the older one stay visible until everything
 * that was asked for of the newer one is here. So a growing list does not flicker, and no comment is in it twice or
 * missing while it moves from one page to another.
 */
export function createRowCache<Row>(
  list: {
    rows(start: number, count: number): Promise<readonly Row[]>;
    idOf(row: Row): string;
  },
  onError: (thrown: unknown) => void,
): RowCache<Row> {
  const shown = signal<ReadonlyMap<number, readonly Row[]>>(new Map());
  const asked = new Map<number, number>();
  /** Pages that were looked at, the latest last. */
  const used = new Set<number>();
  let shownVersion = -1;
  let arrival: Arrival<Row> = { version: -1, pages: new Map(), waiting: 0 };

  const touch = (page: number) => void (used.delete(page), used.add(page));

  const show = ({ version, pages }: Arrival<Row>) => {
    const next = new Map(version === shownVersion ? shown.peek() : []);
    for (const [page, rows] of pages) next.set(page, rows);
    pages.clear();
    for (const page of [...used].slice(0, -KEPT_PAGES)) {
      for (const pagesOf of [next, asked, used]) pagesOf.delete(page);
    }
    shownVersion = version;
    shown.value = next;
  };

  const fetchPage = async (page: number, into: Arrival<Row>) => {
    into.waiting += 1;
    try {
      const rows = await list.rows(page * ROWS_TOGETHER, ROWS_TOGETHER);
      if (into === arrival && asked.get(page) === into.version) into.pages.set(page, rows);
    } catch (thrown) {
      asked.delete(page);
      onError(thrown);
    }
    into.waiting -= 1;
    if (into === arrival && (into.waiting === 0 || into.version === shownVersion)) show(into);
  };

  const need = async (index: number, version: number) => {
    const page = Math.floor(index / ROWS_TOGETHER);
    touch(page);
    if (asked.get(page) === version) return;
    asked.set(page, version);
    if (arrival.version !== version) arrival = { version, pages: new Map(), waiting: 0 };
    await fetchPage(page, arrival);
  };

  return {
    rowAt(index) {
      const page = Math.floor(index / ROWS_TOGETHER);
      touch(page);
      return shown.value.get(page)?.[index % ROWS_TOGETHER];
    },
    placeOf: (id) => findPlace(shown.value, (row) => list.idOf(row) === id),
    need,
    clear() {
      asked.clear();
      used.clear();
      arrival = { version: -1, pages: new Map(), waiting: 0 };
      shownVersion = -1;
      shown.value = new Map();
    },
  };
}

function findPlace<Row>(
  pages: ReadonlyMap<number, readonly Row[]>,
  isIt: (row: Row) => boolean,
): number | undefined {
  for (const [page, rows] of pages) {
    const at = rows.findIndex(isIt);
    if (at >= 0) return page * ROWS_TOGETHER + at;
  }
  return undefined;
}
